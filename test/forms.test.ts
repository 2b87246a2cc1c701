import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import { describeFigure } from '../src/figures/describe';
import type { Figure, FigureKind } from '../src/figures/figure';
import { say } from '../src/language/say';

/**
 * docs/figures.md shows the forms in which figures are read, with an example each. What its last column says must be
 * what is read; `UPDATE=1` writes it anew.
 */
const page = 'docs/figures.md';
const kinds: Readonly<Record<string, FigureKind>> = {
  amounts: 'amount',
  dates: 'date',
  percentages: 'percent',
  counts: 'count',
  changes: 'change',
};
const form = /^\| (?<form>[^|]+?) +\| `(?<example>[^`]+)` +\| (?:`(?<options>[^`]+)`)? *\| (?<value>[^|]*?) *\|$/;
const miss = /^\| (?<kind>[a-z]+) +\| `(?<example>[^`]+)` +\|$/;

describe(page, () => {
  const lines = readFileSync(page, 'utf8').split('\n');
  let kind: FigureKind | undefined;
  lines.forEach((line, index) => {
    kind = kinds[/^## (\w+)/.exec(line)?.[1]?.toLowerCase() ?? ''] ?? (line.startsWith('## ') ? undefined : kind);
    const { example, options = '', value } = form.exec(line)?.groups ?? {};
    if (kind !== undefined && example !== undefined) {
      const found = readAs(example, kind, options);
      if (process.env.UPDATE === '1') lines[index] = line.replace(/[^|]*\|$/, ` ${found} |`);
      else it(example, () => assert.equal(found, value));
      return;
    }
    const not = miss.exec(line)?.groups;
    const notKind = kinds[not?.kind ?? ''];
    if (not?.example !== undefined && notKind !== undefined) {
      it(`not: ${not.example}`, () => assert.equal(readAs(not.example!, notKind, ''), ''));
    }
  });
  if (process.env.UPDATE === '1') writeFileSync(page, lines.join('\n'));
});

/** What is read in an example, one value after the other, as a hover says it. */
function readAs(example: string, kind: FigureKind, options: string): string {
  const region = /--region (\w\w)/.exec(options)?.[1];
  const year = /--year (\d{4})/.exec(options)?.[1];
  const { figures } = analyzePlan(example, {
    ...(region === undefined ? {} : { region }),
    ...(year === undefined ? {} : { year: Number(year) }),
  });
  return figures
    .filter((figure) => figure.kind === kind)
    .map((figure) => valueOf(figure, figures))
    .join('; ');
}

function valueOf(figure: Figure, figures: readonly Figure[]): string {
  const said = describeFigure(figure, figures, (template, ...values) => say(undefined, template, ...values));
  return figure.kind === 'change' ? (said.find((line) => /^[+−][\d.]+%$/.test(line)) ?? '') : (said[0] ?? '');
}
