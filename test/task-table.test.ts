import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import { applyEdits } from '../src/edits/edit';
import { taskSheet } from '../src/report/task-sheet';
import { taskTable, taskTableEdit } from '../src/report/task-table';

const plan = `# Harbour plan for 2026

The plan has one strategy and two tasks.

## Strategy 1. Quays

### Task 1. Repair | extend the quays

The repair costs KRW 3 billion and ends by March 2026. It begins in January 2026, and by March 2026 it is over.

### Task 2. Dredge the channel

Dredging costs KRW 9 billion.
`;

const written = (text: string, at: number, path = 'plan.md'): string => {
  const edit = taskTableEdit(analyzePlan(text, { path }), at);
  return edit === null ? text : applyEdits(text, [edit]);
};

describe('the table of tasks', () => {
  const inserted = written(plan, plan.indexOf('## Strategy 1') + 4);

  it('stands before the line of the cursor, between its comments', () => {
    assert.ok(
      inserted.includes(`two tasks.

<!-- planlint-table -->

| Task | Amounts | Dates |
| --- | --- | --- |
| **1. Quays** | KRW 12 billion |  |
| 1. Repair \\| extend the quays | KRW 3 billion | March 2026 · January 2026 |
| 2. Dredge the channel | KRW 9 billion |  |

<!-- /planlint-table -->

## Strategy 1`),
      inserted,
    );
  });

  it('is there once: what is between the comments is written anew', () => {
    assert.equal(written(inserted, 0), inserted);
    const changed = written(inserted.replace('Dredging costs KRW 9', 'Dredging costs KRW 4'), 0);
    assert.match(changed, /Dredge the channel \| KRW 4 billion/);
    assert.equal(changed.split('<!-- planlint-table -->').length, 2);
  });

  it('speaks the language of the plan', () => {
    assert.match(written(readFileSync('seeds/안전-2026.md', 'utf8'), 0, '안전-2026.md'), /\| 과제 \| 금액 \| 일정 \|/);
  });

  for (const name of readdirSync('seeds').filter((file) => /-\d{4}\.md$/.test(file))) {
    it(`${name}: settles, and adds no finding, no task and no money`, () => {
      const text = readFileSync(`seeds/${name}`, 'utf8');
      const before = analyzePlan(text, { path: name });
      for (const place of [before.outline[0]!.start, text.length]) {
        const once = written(text, place, name);
        const after = analyzePlan(once, { path: name });
        assert.deepEqual(
          after.findings.map(({ code, message }) => `${code} ${message}`),
          before.findings.map(({ code, message }) => `${code} ${message}`),
        );
        assert.equal(taskTable(after), taskTable(before));
        assert.equal(written(once, 0, name), once);
      }
    });
  }
});

describe('the sheet of tasks', () => {
  const t = (template: string) => template;
  it('has a line a part, tabs between, and nothing that a spreadsheet would run', () => {
    const read = analyzePlan(plan.replace('Dredge the', '=Dredge\tthe'), { path: 'plan.md' });
    const lines = taskSheet(read, read.outline, t).split('\n');
    assert.equal(lines[0], 'Part\tAmounts\tDates\tFindings');
    assert.ok(
      lines.includes('  1. Repair | extend the quays\tKRW 3 billion\tMarch 2026 · January 2026\t0'),
      lines.join('\n'),
    );
    assert.ok(lines.every((line) => line === '' || line.split('\t').length === 4));
    assert.doesNotMatch(lines.join('\n'), /(^|\t)=/m);
  });
});
