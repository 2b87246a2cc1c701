import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import { brief } from './support/brief';
import { optionsOf, readCases, shown } from './support/markers';

/**
 * test/fixtures/figures/<kind>[-anything].txt: marks name the kind, or mean the file's own; only kinds that the file is
 * about (its own and those that a mark names) are compared. `--- is` gives the values of the marked figures in order.
 */
const folder = 'test/fixtures/figures';

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const own = /^[a-z]+/.exec(file)![0];
  describe(`figures/${file}`, () => {
    for (const fixture of readCases(file, readFileSync(`${folder}/${file}`, 'utf8'))) {
      it(fixture.title, () => {
        const expected = fixture.marks.map((mark) => ({ ...mark, name: mark.name ?? own }));
        const kinds = new Set([own, ...expected.map((mark) => mark.name)]);
        const found = analyzePlan(fixture.text, optionsOf(fixture.settings)).figures.filter((f) => kinds.has(f.kind));
        assert.equal(
          shown(
            fixture.text,
            found.map((f) => ({ start: f.start, end: f.end, name: f.kind })),
          ),
          shown(fixture.text, expected),
        );
        const values = fixture.sections.find(({ name }) => name === 'is');
        if (values) assert.equal(found.map(brief).join('\n'), values.body);
      });
    }
  });
}
