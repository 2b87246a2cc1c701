import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import type { Node } from '../src/outline/outline';
import type { Plan } from '../src/plan';
import { doubled, mangled, randomFrom, stripped, wrapped } from './support/damage';
import { optionsOf, readCases } from './support/markers';

/**
 * test/fixtures/outline/*.txt: `--- is` gives the tree, a line a node: indent by depth, kind, ordinal, title. Without it
 * the text may have neither strategy nor task. Each is a plan unless `{plan: false}` says otherwise.
 */
const folder = 'test/fixtures/outline';

const drawn = (nodes: readonly Node[], depth = 0): string[] =>
  nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.kind} ${node.ordinal ?? '-'} ${node.title}`,
    ...drawn(node.children, depth + 1),
  ]);

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  describe(`outline/${file}`, () => {
    for (const fixture of readCases(file, readFileSync(`${folder}/${file}`, 'utf8'))) {
      it(fixture.title, () => {
        const plan = analyzePlan(fixture.text, optionsOf(fixture.settings));
        const expected = fixture.sections.find(({ name }) => name === 'is');
        if (expected !== undefined) assert.equal(drawn(plan.outline).join('\n'), expected.body);
        else assert.doesNotMatch(drawn(plan.outline).join('\n'), /^ *(?:strategy|task) /m);
        assert.equal(String(plan.isPlan), fixture.settings.plan ?? 'true');
      });
    }
  });
}

/** Strategies and tasks alone: what must survive any damage to the layout. */
const spine = (nodes: readonly Node[]): string =>
  drawn(nodes)
    .filter((line) => /^ *(?:strategy|task) /.test(line))
    .map((line) => line.trim())
    .join('\n');

describe('the outline survives', () => {
  for (const file of ['english.txt', 'korean.txt']) {
    for (const { title, text, settings, sections } of readCases(file, readFileSync(`${folder}/${file}`, 'utf8'))) {
      const { known } = settings;
      const options = optionsOf(settings);
      const plain = options.format === 'markdown' ? stripped(text) : text;
      const paragraphs = plain.split(/\n\s*\n/);
      const forms: Record<string, () => string> = {
        CRLF: () => text.replace(/\n/g, '\r\n'),
        'a byte-order mark': () => `\ufeff${text}`,
      };
      if (paragraphs.every((paragraph) => !paragraph.includes('\n'))) {
        for (const width of [80, 95]) {
          forms[`wraps at ${width}`] = () => wrapped(paragraphs, width);
          forms[`double spacing at ${width}`] = () => doubled(paragraphs, width, false);
          forms[`cut words at ${width}`] = () => doubled(paragraphs, width, true);
        }
      }
      if (known !== undefined || sections.length === 0) continue;
      for (const [form, damage] of Object.entries(forms)) {
        it(`${title}: ${form}`, () => {
          const layout = form === 'CRLF' || form.startsWith('a ') ? options : { ...options, format: 'text' as const };
          assert.equal(spine(analyzePlan(damage(), layout).outline), spine(analyzePlan(text, options).outline));
        });
      }
      it(`${title}: cuts and joins`, () => {
        for (let seed = 1; seed <= 6; seed++) nodesHold(analyzePlan(mangled(text, randomFrom(seed)), options));
      });
    }
  }
});

/** What must hold of every outline. */
function nodesHold({ outline, source, blocks, failures }: Plan): void {
  assert.deepEqual(failures, []);
  const check = (nodes: readonly Node[], from: number, until: number): void => {
    let at = from;
    for (const node of nodes) {
      assert.ok(
        node.start >= at && node.end >= node.start && node.end <= until,
        `${node.title} lies inside its parent`,
      );
      assert.ok(node.heading.start >= node.start && node.heading.end <= node.end, 'its heading lies inside it');
      const { markerSpan, marker } = node;
      if (markerSpan !== null && marker !== null) {
        assert.equal(source[markerSpan.start], marker[0], 'its marker stands where it says');
        assert.ok(markerSpan.start >= node.start && markerSpan.end <= node.end);
      }
      assert.ok(node.blocks[0] <= node.blocks[1] && node.blocks[1] < blocks.length);
      check(node.children, node.start, node.end);
      at = node.end;
    }
  };
  check(outline, 0, source.length);
}
