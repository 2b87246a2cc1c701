import { readFileSync, readdirSync } from 'node:fs';
import { mangled, randomFrom, stripped } from './support/damage';
import { assertInvariants, assertStructure } from './support/invariants';
import { readCases } from './support/markers';

/** What must hold of the whole analysis, of every seed, its twins with other line ends, and damaged copies. */
const seeds = readdirSync('seeds')
  .filter((name) => name !== 'README.md')
  .map((name) => ({ path: name, text: readFileSync(`seeds/${name}`, 'utf8') }));

describe('invariants', () => {
  for (const { path, text } of seeds) {
    // Plans that are full of mistakes on purpose.
    const assertAll = path.startsWith('first-try') ? assertStructure : assertInvariants;
    it(path, () => void assertAll(text, { path }));
    it(`${path} with CRLF`, () => void assertAll(text.replace(/\r?\n/g, '\r\n'), { path }));
    it(`${path} with a byte-order mark`, () => void assertAll(`\ufeff${text}`, { path }));
    it(`${path} as plain text without marks`, () => void assertAll(stripped(text), { format: 'text' }));
    it(`${path} damaged`, () => {
      const random = randomFrom(text.length);
      for (let i = 0; i < 3; i++) assertStructure(mangled(text.slice(0, 3000), random), { path });
    });
  }

  it('fixtures of the text', () => {
    for (const file of readdirSync('test/fixtures/text')) {
      for (const { text, settings } of readCases(file, readFileSync(`test/fixtures/text/${file}`, 'utf8'))) {
        assertInvariants(text, { format: settings.format === 'md' ? 'markdown' : 'text' });
      }
    }
  });
});
