import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import type { Amount } from '../src/figures/figure';
import { optionsOf, readSettings } from './support/markers';

/**
 * Clauses with an amount that tell for what time or for what it is: `period or subject : clause with [[the amount]]`, `-`
 * for none. They were written before they were first read: of the first set 15 of 24 periods and 13 of 24 subjects were
 * told then, of the second, before its misses were seen, 11 of 18 and 8 of 20. None was told wrong.
 */
const file = 'test/fixtures/bound/clauses.txt';

const told: Readonly<Record<string, (amount: Amount) => string | null>> = {
  period: ({ period }) => period && `${period.from}..${period.to}`,
  subject: ({ subject }) => subject,
};

describe('periods and subjects of amounts', () => {
  for (const section of `\n${readFileSync(file, 'utf8')}`.split('\n=== ').slice(1)) {
    const [head = '', ...clauses] = section.trim().split('\n');
    const options = optionsOf(readSettings(/\{(.*)\}/.exec(head)?.[1] ?? ''));
    const tell = told[head.slice(0, head.indexOf(','))]!;
    for (const clause of clauses) {
      const [, expected = '', marked = ''] = /^(.*?) : (.*)$/.exec(clause) ?? [];
      it(clause, () => {
        const start = marked.indexOf('[[');
        const text = marked.replace('[[', '').replace(']]', '');
        const amount = analyzePlan(text, options).figures.find(
          (figure) => figure.kind === 'amount' && figure.start >= start,
        );
        assert.equal(amount?.kind === 'amount' ? (tell(amount) ?? '-') : 'no amount', expected);
      });
    }
  }
});
