import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import type { Block } from '../src/text/block';
import { readWithParser } from '../src/text/markdown';
import { readMarkdown } from './support/markdown';
import { cutMarkdown } from '../src/text/passage';
import { readPlain } from '../src/text/plain';
import { finish } from '../src/text/steps';
import { readUnmarked } from '../src/text/unmarked';
import { assertBlocks, drawn } from './support/blocks';
import { doubled, mangled, randomFrom, stripped, wrapped } from './support/damage';
import { readCases } from './support/markers';

const seeds = readdirSync('seeds')
  .filter((name) => name !== 'README.md')
  .map((name) => ({ name, text: readFileSync(`seeds/${name}`, 'utf8').replace(/^\ufeff/, '') }));
const fixtures = readdirSync('test/fixtures/text').flatMap((file) =>
  readCases(file, readFileSync(`test/fixtures/text/${file}`, 'utf8')).map(({ title, text }) => ({ name: title, text })),
);

const full = (block: Block): string => (block.mark === null ? '' : `${block.mark.text} `) + block.reading.text;
const read = (name: string, text: string): Block[] => (name.endsWith('.md') ? readMarkdown(text) : readPlain(text));
/** Paragraphs of a seed, as lines that can be laid out anew. */
const paragraphsOf = ({ name, text }: { name: string; text: string }): string[] =>
  read(name, text)
    .filter((block) => block.table === null && block.reading.text.length > 20 && block.language === 'en')
    .map(full);

describe('damaged documents', () => {
  for (const seed of seeds) {
    const paragraphs = paragraphsOf(seed);
    if (paragraphs.length < 5) continue;
    const layouts: readonly [string, (paragraphs: readonly string[]) => string, number][] = [
      ['a paragraph a line', (p) => p.join('\n'), 0],
      ['wrapped at 60', (p) => wrapped(p, 60), 0.02],
      ['wrapped at 80', (p) => wrapped(p, 80), 0.02],
      ['wrapped at 95', (p) => wrapped(p, 95), 0.02],
      ['double-spaced', (p) => doubled(p, 88, false), 0.02],
      ['double-spaced with words cut', (p) => doubled(p, 88, true), 0.04],
    ];
    for (const [how, layOut, lost] of layouts) {
      it(`${seed.name}, ${how}, is read as before`, () => {
        const found = new Set(readPlain(layOut(paragraphs)).map(full));
        const missing = paragraphs.filter((paragraph) => !found.has(paragraph));
        assert.ok(missing.length <= Math.ceil(paragraphs.length * lost), `not found again: ${missing.join('\n')}`);
      });
    }
  }

  for (const { name, text } of [...seeds, ...fixtures]) {
    it(`${name}: nothing is lost`, () => {
      assert.equal(letters(readPlain(text)), lettersIn(text));
    });
    it(`${name}: line ends make no difference`, () => {
      for (const twin of [text.replace(/\r?\n/g, '\r\n'), text.replace(/\r?\n/g, '\r')]) {
        assert.deepEqual(drawn(readPlain(twin)), drawn(readPlain(text)));
        assert.deepEqual(drawn(readMarkdown(twin)), drawn(readMarkdown(text)));
        assertBlocks(twin, readMarkdown(twin));
      }
    });
    it(`${name}: whatever happens to it, blocks are in order and verbatim`, () => {
      const random = randomFrom(text.length);
      for (let i = 0; i < (text.length > 4000 ? 1 : 4); i++) {
        const damaged = mangled(i % 3 === 0 ? stripped(text) : text, random);
        assertBlocks(damaged, readPlain(damaged));
        assert.equal(letters(readPlain(damaged)), lettersIn(damaged));
        assertBlocks(damaged, readMarkdown(damaged));
        unmarkedAsParsed(damaged);
      }
    });
    it(`${name}: passages read as the whole`, () => {
      assert.deepEqual(drawn(readMarkdown(text)), drawn(readWithParser(text, { start: 0, end: text.length })));
      const { passages } = finish(cutMarkdown(text));
      assert.equal(passages.map(({ start, end }) => text.slice(start, end)).join(''), text, 'passages tile');
    });
  }
});

/** What is read without the parser is what the parser gives. */
function unmarkedAsParsed(text: string): void {
  const { passages, definitions } = finish(cutMarkdown(text));
  for (const passage of passages) {
    const found = { source: text, passage, blocks: [] };
    if (!readUnmarked(found, definitions !== '')) continue;
    assert.deepEqual(drawn(found.blocks), drawn(readWithParser(text, passage, definitions)));
    assert.deepEqual(
      (found.blocks as Block[]).map(({ reading, mark, gap, bold, start }) => ({ reading, mark, gap, bold, start })),
      readWithParser(text, passage, definitions).map(({ reading, mark, gap, bold, start }) => ({
        reading,
        mark,
        gap,
        bold,
        start,
      })),
    );
  }
}

describe('bad input', () => {
  const bad: Record<string, string> = {
    empty: '',
    blank: ' \n\t\n\u00a0',
    'one word': 'word',
    'line ends alone': '\r\n\r\r\n\n',
    binary: Array.from({ length: 2000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join(''),
    'lone surrogates': 'a\ud800 b\udc00\n- \udfff\n# \ud83d',
    'a mark alone': '1.',
    'marks alone': '- \n1.\n□\n①\n*\n',
    'a ragged table': '|a|b|c|\n|-|-|\n|1|\n|1|2|3|4|\n||\n',
    'a heading of 5,000 characters': `# ${'long '.repeat(1000)}`,
    'an open fence': '```\nno end\n\n# heading',
    'an open comment': '<!-- no end\n\n# heading',
    'an open front matter': '---\na: b\n\n# heading',
    'an open link': '[a](<b \n\n# heading',
    entities: '&amp;&lt;&#0;&#x110000;&nope;&#8361;5 &copy;',
  };
  for (const [name, text] of Object.entries(bad)) {
    it(name, () => {
      assertBlocks(text, readPlain(text));
      assertBlocks(text, readMarkdown(text));
    });
  }

  it('a table of 10,000 rows', () => {
    const rows = '| road | 1,200 | 3.5% |\n'.repeat(10000);
    const text = `| what | won | share |\n|---|---|---|\n${rows}`;
    assert.equal(readMarkdown(text)[0]?.table?.rows.length, 10001);
    assert.equal(readPlain(text)[0]?.table?.rows.length, 10001);
  });

  it('deep nesting', () => {
    const list = Array.from({ length: 100 }, (_, i) => `${'  '.repeat(i)}- level ${i}`).join('\n');
    assertBlocks(list, readMarkdown(list));
    assertBlocks(list, readPlain(list));
    for (const text of ['> '.repeat(5000), '- '.repeat(5000), '['.repeat(5000), '*a '.repeat(5000), '('.repeat(5000)]) {
      assertBlocks(text, readMarkdown(text));
      assertBlocks(text, readPlain(text));
    }
  });

  it('time grows with the length: 100 KB of one sign, 10 MB on one line', () => {
    const timed = (text: string, limit: number, what: string) => {
      const start = process.cpuUsage();
      readPlain(text);
      readMarkdown(text);
      const { user } = process.cpuUsage(start);
      assert.ok(user / 1000 < limit, `${what}: ${Math.round(user / 1000)} ms`);
    };
    for (const sign of ['1', ' ', '1,', '(', '[', '**', '`', '|', '\t', '□ ', '> ', '1. ', 'a  b\n', '- a\n', '<!--']) {
      timed(sign.repeat(Math.ceil(100_000 / sign.length)), 1500, JSON.stringify(sign));
    }
    timed('KRW 5 billion, '.repeat(680_000), 3000, '10 MB');
  });
});

/** What is left of blocks, and of a source, when only letters and digits count. */
const letters = (blocks: readonly Block[]): string =>
  lettersIn(
    blocks
      .map((block) => {
        const cells = block.table?.rows.flatMap((row) => row.cells.map((cell) => cell.reading.text)) ?? [];
        return [block.mark?.text ?? '', block.reading.text, ...cells].join(' ');
      })
      .join('\n'),
  );
const lettersIn = (text: string): string => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
