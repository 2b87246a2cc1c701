import type { Claimant } from './check';
import { worthALook } from './doubt';
import { sayTotal } from './equation-words';
import { gridsOf } from './grid';
import { tableSums } from './table-sums';

export const tableTotal: Claimant = {
  code: 'table-total',
  says: 'A total in a table equals the sum of its parts.',
  because: 'Readers add up; one wrong total casts doubt on all figures of the plan.',
  severity: 'error',
  examples: [
    {
      wrong:
        '| Task | KRW million |\n| --- | ---: |\n| Sensors | 3,200 |\n| Ferries | 1,150 |\n| Schools | 830 |\n| Total | 5,810 |\n',
      right:
        '| Task | KRW million |\n| --- | ---: |\n| Sensors | 3,200 |\n| Ferries | 1,150 |\n| Schools | 830 |\n| Total | 5,180 |\n',
      language: 'en',
    },
  ],
  reads: [
    'Rows and columns named as totals or subtotals (`Total`, `Subtotal`, `합계`, `소계`, `계`), a bold last row where its columns bear it out, totals above or below their parts, nested subtotals counted once.',
    'Blank cells, `-` and `n/a` count for nothing; `△ 3`, `−3` and `(3)` are negative; `of which` rows are not counted again.',
    'What belongs to a total is found out from the figures: a table none of whose columns adds up is not understood, and nothing is said about it, unless it has a single column of figures.',
    'A table is added up as long as its rows times the square of its columns stay below two million: 10,000 rows of 14 columns. What is larger is data and left alone.',
    worthALook,
    'Averages, rates, prices and running numbers are not added. Rounding in the last written place is allowed for in every cell.',
  ],
  *claims(plan) {
    for (const grid of yield* gridsOf.inSteps(plan)) {
      yield;
      for (const { total, parts, along, alone } of tableSums(grid)) {
        if (along === 'difference') continue;
        yield {
          equation: { kind: 'sum', total, parts },
          says: (t) => sayTotal(t, total, parts),
          ...(alone === true ? {} : { joined: true }),
        };
      }
    }
  },
};
