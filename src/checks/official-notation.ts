import { officialAmount, officialDate } from '../edits/restyle';
import type { Check } from './check';

export const officialNotation: Check = {
  code: 'official-notation',
  says: 'A Korean plan writes days and money as official documents do.',
  because: 'The rules for official documents ask for 2024. 2. 13. and for 만, 억 and 조 instead of 천원.',
  severity: 'hint',
  off: true,
  examples: [
    { wrong: '설명회는 2024.02.13에 연다.', right: '설명회는 2024. 2. 13.에 연다.', language: 'ko' },
    { wrong: '예산은 5,250천원이다.', right: '예산은 525만원이다.', language: 'ko' },
  ],
  reads: ['Korean paragraphs only; tables keep the units of their headers.'],
  *find(plan, t) {
    for (const figure of plan.figures) {
      if (figure.cell !== null || plan.blocks[figure.block]?.language !== 'ko') continue;
      const edit =
        figure.kind === 'date'
          ? officialDate(plan.source, figure)
          : figure.kind === 'amount'
            ? officialAmount(plan.source, figure)
            : null;
      if (edit === null) continue;
      yield {
        start: figure.start,
        end: figure.end,
        message: t('Official documents write {0}.', edit.newText),
        fixes: [{ title: t('Write {0}', edit.newText), preferred: true, edits: [edit] }],
      };
    }
  },
};
