import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import type { Node } from '../src/outline/outline';
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
