import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import { optionsOf, readSettings } from './support/markers';

/**
 * Clauses with an amount whose role they tell: `role: clause with [[the amount]]`, `-` for none. They were written before
 * they were first read; near misses stand last.
 */
const file = 'test/fixtures/roles/clauses.txt';

describe('roles of amounts', () => {
  for (const section of `\n${readFileSync(file, 'utf8')}`.split('\n=== ').slice(1)) {
    const [head = '', ...clauses] = section.trim().split('\n');
    const options = optionsOf(readSettings(/\{(.*)\}/.exec(head)?.[1] ?? ''));
    for (const clause of clauses) {
      const [, role = '', marked = ''] = /^([a-z-]+) ?: (.*)$/.exec(clause) ?? [];
      it(clause, () => {
        const start = marked.indexOf('[[');
        const text = marked.replace('[[', '').replace(']]', '');
        const amount = analyzePlan(text, options).figures.find(
          (figure) => figure.kind === 'amount' && figure.start >= start,
        );
        assert.equal(amount?.kind === 'amount' ? (amount.role ?? '-') : 'no amount', role);
      });
    }
  }
});
