import { strict as assert } from 'node:assert';
import type { Finder } from '../src/checks/check';
import { onceOfText, textWhere } from '../src/checks/of-text';
import { passages } from '../src/checks/passage';
import { runChecks } from '../src/checks/run';
import { openPlan, openPlanInSteps, type Plan } from '../src/core';
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

describe('over an edit', () => {
  for (const path of ['plan.md', 'plan.txt']) {
    it(`each text is read once, over edits too: ${path}`, () => {
      const read: string[] = [];
      const lengthOf = onceOfText((text) => {
        read.push(text);
        return { length: text.length };
      });
      const tested: string[] = [];
      const isOpening = textWhere((text) => {
        tested.push(text);
        return text.includes('opening');
      });
      const session = openPlan(paragraphs.join('\n\n'), { path });
      const before = passages(session.plan);
      before.forEach(lengthOf);
      before.forEach(isOpening);
      const after = passages(session.edit([{ start: 40, end: 40, newText: 'very ' }]));
      const lengths = after.map(lengthOf);

      assert.deepEqual(
        lengths.map(({ length }) => length),
        after.map(({ text }) => text.length),
      );
      assert.deepEqual(
        after.map(isOpening),
        after.map(({ text }) => text.includes('opening')),
      );
      assert.deepEqual(read, [...paragraphs, after[1]!.text]);
      assert.deepEqual(tested, read);
    });
  }
});

describe('opening a plan', () => {
  it('is put down more often the longer the plan is', () => {
    const stepsOf = (count: number): number => {
      const text = Array.from({ length: count }, (_, at) => `Part ${at} costs KRW ${at + 2} billion in 2026.`).join(
        '\n\n',
      );
      const steps = openPlanInSteps(text);
      let times = 0;
      while (steps.next().done !== true) times++;
      return times;
    };
    const more = stepsOf(1280) - stepsOf(640);
    assert.ok(more >= 640 * 3, `${more} steps more for 640 paragraphs`);
  });
});
