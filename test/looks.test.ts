import { strict as assert } from 'node:assert';
import type { Finder } from '../src/checks/check';
import { runChecks } from '../src/checks/run';
import { openPlan, type Plan } from '../src/core';
import { finish } from '../src/text/steps';

const paragraphs = [
  'The first costs KRW 3 billion.',
  'The second is done in May 2026.',
  'The third serves 40 schools.',
];

describe('a look at single passages', () => {
  for (const path of ['plan.md', 'plan.txt']) {
    it(`is taken again only where an edit changes what stands there: ${path}`, () => {
      const seen: string[] = [];
      const watching: Finder = {
        code: 'watching',
        says: '',
        because: '',
        severity: 'info',
        examples: [],
        reads: [],
        *findIn({ text, span }) {
          seen.push(text);
          if (text.includes('third')) yield { ...span(4, 9), message: 'here' };
        },
      };
      const session = openPlan(paragraphs.join('\n\n'), { path });
      const before = session.plan;
      const after = session.edit([{ start: 4, end: 9, newText: 'opening one' }]);
      const look = (plan: Plan): { start: number; end: number }[] => {
        const { findings } = finish(runChecks(plan, [watching], (template) => template));
        return findings.map(({ start, end }) => ({ start, end }));
      };

      const [found] = look(before);
      assert.deepEqual(seen.splice(0), paragraphs);

      const [moved] = look(after);
      assert.deepEqual(seen, ['The opening one costs KRW 3 billion.']);
      assert.deepEqual(moved, { start: found!.start + 6, end: found!.end + 6 });
      assert.equal(after.source.slice(moved!.start, moved!.end), 'third');
    });
  }
});
