import type { Draft, Finder, Fix, Translate } from './check';
import type { Passage } from './passage';

export const amountScale: Finder = {
  code: 'amount-scale',
  says: 'Millions are millions and billions are billions, and a unit stands once.',
  because: 'A wrong scale word makes an amount a thousand times too large or too small.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The fund has KRW 15 billion won for new farms.\n',
      right: 'The fund has KRW 15 billion for new farms.\n',
      language: 'en',
    },
  ],
  reads: [
    'Amounts that disagree with all others of their equations by a power of ten that a scale word explains (found with the other checks of amounts, reported here).',
    'Counts of one thing, named with two words or more, that have their digits in common and not their scale word.',
    'Two scale words that do not go together (`KRW 5 million billion`; `lakh crore` does), and a currency written twice (`KRW 15 billion won`; `$5 million USD` says which dollar is meant).',
    'A unit line under which the cells of a table are wrong by one and the same power of ten.',
  ],
  *findIn(passage, _, t) {
    yield* twoScales(passage, t);
    yield* twoCurrencies(passage, t);
  },
};

const scales = /\b(million|billion|trillion|thousand)\s+(million|billion|trillion)\b/gi;

function* twoScales(passage: Passage, t: Translate): Iterable<Draft> {
  for (const match of passage.text.matchAll(scales)) {
    const [both, first = '', second = ''] = match;
    // `thousand million` and `million million` are old ways to say billion and trillion.
    if (/^thousand$/i.test(first) && /^million$/i.test(second)) continue;
    if (!/\d\s?$/.test(passage.text.slice(Math.max(0, match.index - 3), match.index))) continue;
    const span = passage.span(match.index, match.index + both.length);
    const keep = (word: string): Fix => ({
      title: t('Write {0}', word),
      preferred: false,
      edits: [{ ...span, newText: word }],
    });
    yield {
      ...span,
      message: t('“{0}” has two scale words.', both),
      fixes:
        first.toLowerCase() === second.toLowerCase()
          ? [preferred(keep(first))]
          : [preferred(keep(second)), keep(first)],
      explains: [span],
    };
  }
}

const doubled: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(KRW|₩)\s?[\d.,]+(?:\s?(?:thousand|million|billion|trillion|bn|tn|m))?\s?(won)\b/gi, /won/i],
  [/\b(EUR|€)\s?[\d.,]+(?:\s?(?:thousand|million|billion|trillion|bn|tn|m))?\s?(euros?)\b/gi, /euros?/i],
  [/\b(GBP|£)\s?[\d.,]+(?:\s?(?:thousand|million|billion|trillion|bn|tn|m))?\s?(pounds?)\b/gi, /pounds?/i],
  [/\b(JPY|¥)\s?[\d.,]+(?:\s?(?:thousand|million|billion|trillion|bn|tn|m))?\s?(yen)\b/gi, /yen/i],
  [
    /\b(USD|US\$|S\$|A\$|C\$|NZ\$|HK\$|SGD|AUD|CAD|NZD|HKD)\s?[\d.,]+(?:\s?(?:thousand|million|billion|trillion|bn|tn|m))?\s?(dollars?)\b/gi,
    /dollars?/i,
  ],
  [/\b(CHF)\s?[\d.,]+(?:\s?(?:thousand|million|billion|trillion|bn|tn|m))?\s?(francs?)\b/gi, /francs?/i],
  [/\b(INR|Rs\.?|₹)\s?[\d.,]+(?:\s?(?:lakh crore|lakh|crore|million|billion))?\s?(rupees?)\b/gi, /rupees?/i],
];

function* twoCurrencies(passage: Passage, t: Translate): Iterable<Draft> {
  for (const [pattern, word] of doubled) {
    if (!word.test(passage.text)) continue;
    for (const match of passage.text.matchAll(pattern)) {
      const [whole, code = '', name = ''] = match;
      const end = match.index + whole.length;
      const span = passage.span(match.index, end);
      const tail = passage.span(end - name.length - 1, end);
      const head = passage.span(match.index, match.index + code.length + (/\s/.test(whole[code.length]!) ? 1 : 0));
      const short = whole.slice(0, -name.length).trimEnd();
      const long = whole.slice(code.length).trimStart();
      yield {
        ...span,
        message: t('“{0}” names the currency twice.', whole),
        fixes: [
          { title: t('Write {0}', short), preferred: true, edits: [{ ...tail, newText: '' }] },
          { title: t('Write {0}', long), preferred: false, edits: [{ ...head, newText: '' }] },
        ],
        explains: [span],
      };
    }
  }
}

const preferred = (fix: Fix): Fix => ({ ...fix, preferred: true });
