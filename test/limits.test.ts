import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';
import { runChecks } from '../src/checks/run';
import type { Check } from '../src/checks/check';

/** What no plan should be and some files are: every one is read to its end, in bounded time, without an exception. */
describe('limits', function () {
  this.timeout(120_000);
  const markdown = { format: 'markdown', language: 'en', year: 2026 } as const;
  const codesOf = (text: string): string[] => {
    const plan = analyzePlan(text, markdown);
    assert.deepEqual(plan.failures, []);
    return plan.findings.map(({ code }) => code);
  };
  const table = (rows: readonly string[]): string =>
    ['# Plan 2026', '', '| Item | 2025 | 2026 | Change |', '|---|---:|---:|---:|', ...rows, ''].join('\n');
  const row = (index: number): string => `| Item ${index} | ${100 + (index % 7)}.0 | ${150 + (index % 7)}.0 | +50.0 |`;

  it('adds up a table of 10,000 rows', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => row(index));
    const sum = (first: number): number => rows.reduce((all, _, index) => all + first + (index % 7), 0);
    const wrong = table([...rows, `| Total | ${sum(100)}.0 | ${sum(150) + 90_000}.0 | +500000.0 |`]);
    assert.ok(codesOf(wrong).includes('table-total'));
  });

  it('reads a table of 10,000 rows of which every fifth is a total', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      index % 5 === 4 ? `| Total ${index} | 406.0 | 606.0 | +200.0 |` : `| Item ${index} | 101.5 | 151.5 | +50.0 |`,
    );
    assert.deepEqual(codesOf(table(rows)), []);
  });

  it('reads a document of 5,000 amounts', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `The ministry spends KRW ${1000 + ((index * 7919) % 9000)} million on harbour number ${index}.`,
    );
    codesOf(`# Plan 2026\n\n${lines.join('\n\n')}\n`);
    codesOf(`# Plan 2026\n\n${lines.slice(0, 1000).join(' ')}\n`);
  });

  it('bears a total that is its own part', () => {
    codesOf(table(['| Total | 5.0 | 5.0 | 0 |', '| Total | 5.0 | 5.0 | 0 |']));
    codesOf('The total of KRW 5 billion is made up of a total of KRW 5 billion and a total of KRW 5 billion.\n');
  });

  it('bears overlapping ranges', () => {
    codesOf('The plan runs 2024–2028–2026, from 12 to 9 to 14 May 2026, KRW 5–3–4 million, 10–20–5% of it.\n');
  });

  it('bears conflicting directives', () => {
    const wrong = 'The fee will be reduced from $5 to $15.';
    codesOf(
      `<!-- planlint-disable -->\n<!-- planlint-enable -->\n<!-- planlint-disable change-direction -->\n<!-- planlint-enable change-direction -->\n<!-- planlint-disable-next-line change-direction -->\n<!-- planlint-disable-next-line table-total -->\n\n${wrong}\n`,
    );
  });

  it('names a check that throws, and the others go on', () => {
    const plan = analyzePlan('The fee will be reduced from $5 to $15.\n', markdown);
    const broken: Check = {
      code: 'broken',
      says: '',
      because: '',
      severity: 'warning',
      examples: [],
      reads: [],
      find() {
        throw new Error('no such thing');
      },
    };
    const fine: Check = {
      ...broken,
      code: 'fine',
      *find() {
        yield { start: 0, end: 3, message: 'Found.' };
      },
    };
    const run = runChecks(plan, [broken, fine], (template) => template);
    let step = run.next();
    while (step.done !== true) step = run.next();
    assert.deepEqual(step.value.failures, [{ code: 'broken', message: 'no such thing' }]);
    assert.deepEqual(
      step.value.findings.map(({ code }) => code),
      ['fine'],
    );
  });
});
