import type { Edit } from '../edits/edit';
import type { Span } from '../text/span';
import type { Around, Draft, Finder, Fix, Translate } from './check';
import { comparisonsIn, type Comparison } from './comparison';
import { type Passage, sentencesIn, within } from './passage';
import { isPercent, quantitiesIn, type Quantity } from './quantity';

export const changeDirection: Finder = {
  code: 'change-direction',
  says: 'What is raised goes up, and what is cut goes down.',
  because: 'Two figures that changed places turn a cut into a rise, and nobody can tell which was meant.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The fee will be reduced from $5 to $15.\n',
      right: 'The fee will be reduced from $15 to $5.\n',
      language: 'en',
    },
  ],
  reads: [
    'Verbs and nouns that fix a direction (`raise`, `increase`, `reduce`, `cut`, `증액`, `감액`, `인상`, `인하`, `확대`, `축소`, `절감`) beside two figures joined by an arrow, `from … to` or `에서 … (으)로`.',
    '`improve` and `strengthen` fix none: a shorter interval may be the improvement; `extend` does of hours, periods and lengths alone. A clause with words of both directions is left alone.',
    'Of two figures of which one is eight times the other or more the finding is for information.',
  ],
  *findIn(passage, plan, t) {
    if (passage.cell !== null) return;
    const quantities = quantitiesIn(passage);
    if (quantities.length < 2) return;
    for (const sentence of sentencesIn(passage)) {
      const inside = within(quantities, sentence);
      let earlier = sentence.start;
      for (const comparison of comparisonsIn(passage.text, inside)) {
        if (comparison.joint === 'against') {
          const finding = wayOfDifference(passage, comparison, t);
          if (finding !== null) yield finding;
          continue;
        }
        const finding = check(plan, passage, sentence, comparison, earlier, t);
        if (finding !== null) yield finding;
        earlier = comparison.end;
      }
    }
  },
};

type Direction = 'up' | 'down';

/** Words that fix a direction, and the word of the other direction that takes their place. */
const english: Readonly<Record<string, readonly [Direction, string]>> = {
  raise: ['up', 'lower'],
  raises: ['up', 'lowers'],
  raised: ['up', 'lowered'],
  raising: ['up', 'lowering'],
  increase: ['up', 'decrease'],
  increases: ['up', 'decreases'],
  increased: ['up', 'decreased'],
  increasing: ['up', 'decreasing'],
  rise: ['up', 'fall'],
  rises: ['up', 'falls'],
  rose: ['up', 'fell'],
  rising: ['up', 'falling'],
  grow: ['up', 'shrink'],
  grows: ['up', 'shrinks'],
  grew: ['up', 'shrank'],
  growing: ['up', 'shrinking'],
  up: ['up', 'down'],
  expand: ['up', 'reduce'],
  expanded: ['up', 'reduced'],
  climb: ['up', 'fall'],
  climbs: ['up', 'falls'],
  climbed: ['up', 'fell'],
  reduce: ['down', 'raise'],
  reduces: ['down', 'raises'],
  reduced: ['down', 'raised'],
  reducing: ['down', 'raising'],
  reduction: ['down', 'increase'],
  lower: ['down', 'raise'],
  lowers: ['down', 'raises'],
  lowered: ['down', 'raised'],
  lowering: ['down', 'raising'],
  decrease: ['down', 'increase'],
  decreases: ['down', 'increases'],
  decreased: ['down', 'increased'],
  decreasing: ['down', 'increasing'],
  cut: ['down', 'raise'],
  cuts: ['down', 'raises'],
  cutting: ['down', 'raising'],
  fall: ['down', 'rise'],
  falls: ['down', 'rises'],
  fell: ['down', 'rose'],
  falling: ['down', 'rising'],
  drop: ['down', 'rise'],
  drops: ['down', 'rises'],
  dropped: ['down', 'rose'],
  decline: ['down', 'rise'],
  declines: ['down', 'rises'],
  declined: ['down', 'rose'],
  shrink: ['down', 'grow'],
  shrinks: ['down', 'grows'],
  shrank: ['down', 'grew'],
  down: ['down', 'up'],
  trimmed: ['down', 'raised'],
  shorten: ['down', 'lengthen'],
  shortens: ['down', 'lengthens'],
  shortened: ['down', 'lengthened'],
  lengthen: ['up', 'shorten'],
  lengthens: ['up', 'shortens'],
  lengthened: ['up', 'shortened'],
};

const korean: readonly (readonly [string, Direction, string | null])[] = [
  ['증가', 'up', '감소'],
  ['증액', 'up', '감액'],
  ['인상', 'up', '인하'],
  ['상향', 'up', '하향'],
  ['확대', 'up', '축소'],
  ['증원', 'up', '감원'],
  ['상승', 'up', '하락'],
  ['늘리', 'up', '줄이'],
  ['늘려', 'up', '줄여'],
  ['늘린', 'up', '줄인'],
  ['늘어', 'up', '줄어'],
  ['늘었', 'up', '줄었'],
  ['높아', 'up', '낮아'],
  ['낮아', 'down', '높아'],
  ['높이', 'up', '낮추'],
  ['높인', 'up', '낮춘'],
  ['높여', 'up', '낮춰'],
  ['올리', 'up', '내리'],
  ['올린', 'up', '내린'],
  ['올려', 'up', '내려'],
  ['끌어올', 'up', null],
  ['늘립', 'up', '줄입'],
  ['늘렸', 'up', '줄였'],
  ['높입', 'up', '낮춥'],
  ['높였', 'up', '낮췄'],
  ['올립', 'up', '내립'],
  ['올렸', 'up', '내렸'],
  ['올랐', 'up', '내렸'],
  ['확충', 'up', '축소'],
  ['제고', 'up', null],
  ['증강', 'up', null],
  ['증설', 'up', null],
  ['넓히', 'up', '좁히'],
  ['넓힌', 'up', '좁힌'],
  ['감소', 'down', '증가'],
  ['줄입', 'down', '늘립'],
  ['줄였', 'down', '늘렸'],
  ['낮춥', 'down', '높입'],
  ['낮췄', 'down', '높였'],
  ['내립', 'down', '올립'],
  ['내렸', 'down', '올렸'],
  ['떨어', 'down', '올라'],
  ['경감', 'down', null],
  ['감액', 'down', '증액'],
  ['인하', 'down', '인상'],
  ['하향', 'down', '상향'],
  ['축소', 'down', '확대'],
  ['감원', 'down', '증원'],
  ['하락', 'down', '상승'],
  ['줄이', 'down', '늘리'],
  ['줄여', 'down', '늘려'],
  ['줄인', 'down', '늘린'],
  ['줄어', 'down', '늘어'],
  ['줄었', 'down', '늘었'],
  ['낮추', 'down', '높이'],
  ['낮춘', 'down', '높인'],
  ['낮춰', 'down', '높여'],
  ['내리', 'down', '올리'],
  ['내린', 'down', '올린'],
  ['내려', 'down', '올려'],
  ['절감', 'down', null],
  ['감축', 'down', '확대'],
  ['단축', 'down', '연장'],
  ['연장', 'up', '단축'],
  ['삭감', 'down', '증액'],
];

interface Word extends Span {
  readonly word: string;
  readonly direction: Direction;
  readonly opposite: string | null;
}

function check(
  plan: Around,
  passage: Passage,
  sentence: Span,
  comparison: Comparison,
  earlier: number,
  t: Translate,
): Draft | null {
  const { from, to } = comparison;
  if (from.bound || to.bound || from.term.value.lte(0) || to.term.value.lte(0)) return null;
  if (from.term.value.eq(to.term.value) || areOfTwoTimeUnits(passage.text, from, to)) return null;
  if (isRank.test(passage.text.slice(to.start, to.end + 12))) return null;
  const start = Math.min(from.start, to.start);
  if (isFineness.test(passage.text.slice(Math.max(sentence.start, start - 24), start))) return null;
  // A figure a hundred times the other is a wrong scale, not a wrong direction.
  const ratio = Number(to.term.value.div(from.term.value).toString());
  if (ratio >= 100 || ratio <= 0.01) return null;
  const goes: Direction = to.term.value.gt(from.term.value) ? 'up' : 'down';
  const word = governing(passage.text, sentence, comparison, earlier);
  if (word === null || word.direction === goes) return null;
  const [first, last] = from.start < to.start ? [from, to] : [to, from];
  const span = passage.span(first.start, last.end);
  return {
    ...span,
    // Figures so far apart were perhaps never meant of one thing.
    ...(isFarApart(from, to) ? { severity: 'info' as const } : {}),
    message: messageOf(word, from, to, goes, t),
    related: [{ ...passage.span(word.start, word.end), message: t('The word that says which way it goes') }],
    fixes: [swapFix(plan, from, to, t), ...verbFix(passage, word, t)],
    explains: [from.term, to.term],
  };
}

const isFarApart = ({ term: a }: Quantity, { term: b }: Quantity): boolean => {
  const [less, more] = a.value.abs().lt(b.value.abs()) ? [a, b] : [b, a];
  return more.value.abs().gte(less.value.abs().times(8));
};

/** `2등급에서 1등급으로 높인다`, `from 12th to 8th place`: the best of grades and ranks is the first. */
const isRank = /^[\d.]+\s?(?:등급|급(?!여)|위(?!원|치|탁)|순위|류(?![가-힣]{2})|종(?=으로))|^\d+(?:st|nd|rd|th)\b/;

/** `1시간에서 30분으로`, `from 2 days to 6 hours`: the numbers alone do not tell which is longer. */
function areOfTwoTimeUnits(text: string, from: Quantity, to: Quantity): boolean {
  const [one, other] = [from, to].map(({ start, end }) =>
    timeUnit.exec(text.slice(start, end + 9))?.[1]?.toLowerCase(),
  );
  return one !== undefined && other !== undefined && one !== other;
}

const timeUnit = /^[\d,.]+ ?(초|분|시간|일|주|개월|달|년|second|minute|hour|day|week|month|year)/i;

/** `해상도를 500m에서 200m로 높인다`, `the resolution from 9 km to 3 km`: the finer, the smaller the number. */
const isFineness =
  /(?:해상도|정밀도|분해능)(?:를|을|는|은|가)?\s?$|\b(?:resolution|precision|accuracy)\b[^.;,]{0,12}$/i;

/**
 * `2,540억 원으로 2025년 2,350억 원보다 190억 원(8.1%) 감액`: the word behind a difference, where the difference is right and
 * the two figures go the other way. What is between them has proved the figures: the word is what is wrong.
 */
function wayOfDifference(passage: Passage, { from, to, difference }: Comparison, t: Translate): Draft | null {
  if (difference === null || from.bound || to.bound || difference.bound) return null;
  const way = to.term.value.minus(from.term.value);
  if (way.eq(0) || !way.abs().eq(difference.term.value)) return null;
  const lead = /^\s?(?:[(（]\d+(?:\.\d+)?%[)）]\s?)?/.exec(passage.text.slice(difference.end))![0];
  const at = difference.end + lead.length;
  const [word] = koreanWords(passage.text.slice(at, at + 4), at);
  const goes: Direction = way.gt(0) ? 'up' : 'down';
  if (word?.start !== at || word.direction === goes) return null;
  const fixes = verbFix(passage, word, t);
  return {
    ...passage.span(word.start, word.end),
    message: messageOf(word, from, to, goes, t),
    related: [from, difference, to].map((one) => ({
      start: one.term.start,
      end: one.term.end,
      message: t('{0} stands here', one.term.text),
    })),
    fixes: fixes.map((fix) => ({ ...fix, preferred: true })),
    explains: [from.term, to.term],
  };
}

function messageOf({ word }: Word, from: Quantity, to: Quantity, goes: Direction, t: Translate): string {
  return goes === 'up'
    ? t('“{0}” is said of a rise from {1} to {2}.', word, from.term.text, to.term.text)
    : t('“{0}” is said of a fall from {1} to {2}.', word, from.term.text, to.term.text);
}

/** The one word that says which way the comparison goes, or null where none does or two disagree. */
function governing(
  text: string,
  sentence: Span,
  { start, end, from: first }: Comparison,
  earlier: number,
): Word | null {
  const ofRates = isPercent(first);
  // Korean verbs stand behind: `120억원에서 96억원으로 20% 절감`.
  const behind = /^(?:[^.;]|\.(?=\d)){0,36}/.exec(text.slice(end, sentence.end))![0];
  const isKorean = /[가-힣]/.test(behind.slice(0, 24)) || /[가-힣]/.test(text.slice(Math.max(0, start - 10), start));
  if (isKorean) {
    // `30.0%에서 27.5%로 낮아졌으나 금액은 늘었다`: a new clause is about something else.
    const rated = behindRate.exec(behind);
    if (rated !== null) return agreed(koreanWords(rated[1]!, end + rated[0].length - rated[1]!.length));
    const clause = (/^[^,·]{0,30}?(?:으나|지만|는데|[가-힣][며고])\s/.exec(behind) ?? /^[^,·]{0,30}/.exec(behind))![0];
    const after = koreanWords(clause, end);
    if (after.length > 0) return agreed(after.slice(0, 1));
    // `세액공제율을 인상하고(대기업은 5%에서 8%로, 중소기업은 …)`: the word before a bracket is said of all rates in it; of
    // amounts one may fall where the sum rises.
    const from = ofRates ? Math.max(sentence.start, start - 80) : Math.max(earlier, start - 16);
    const before = /([가-힣]{2,4})\s?\(\s?[^()]*$/.exec(text.slice(from, start));
    // `직불금 인상: ha당 200만원 → 250만원`
    const label = /([가-힣]{2,4})\s?[:：]\s?[^:.,\d]{0,10}$/.exec(text.slice(Math.max(earlier, start - 24), start));
    if (before === null && label !== null) return agreed(koreanWords(label[1]!, start - label[0].length).slice(-1));
    return before === null ? null : agreed(koreanWords(before[1]!, start - before[0].length).slice(-1));
  }
  const clauseStart = Math.max(sentence.start, earlier, start - 110, text.lastIndexOf(';', start) + 1);
  const before = englishWords(text.slice(clauseStart, start), clauseStart);
  if (before.length > 0) return agreed(before);
  const longer = extended.exec(text.slice(clauseStart, start));
  if (longer !== null) {
    const at = clauseStart + longer.index + longer[0].lastIndexOf(longer[1]!);
    const opposite = longer[1]!.toLowerCase().replace('extend', 'shorten');
    return { start: at, end: at + longer[1]!.length, word: longer[1]!, direction: 'up', opposite };
  }
  const after = /^\s*,?\s*(?:an?|the)?\s*(?:increase|decrease|rise|reduction|cut|drop|decline|up|down)\b/i.exec(
    text.slice(end, sentence.end),
  );
  return after === null ? null : agreed(englishWords(after[0], end));
}

/** `(2026년 9,500억원 → 2027년 9,120억원, 4.0% 감액)`: the rate of the change behind a comma, and its word. */
const behindRate = /^,\s(?:약\s)?\d{1,3}(?:\.\d{1,2})?%\s?([가-힣]{2})(?=[)）]|$)/;

/** `opening hours will be extended from`: what has a length is longer when it is extended. */
const extended =
  /\b(?:hours|time|period|season|leave|term|validity|duration|stay|length|route|line|network|track|grid|wall|dike|path|section|runway|platforms?)\b[^.;:]{0,40}?\b(extend(?:s|ed|ing)?) (?:[a-z]+ ){0,2}$/i;

/** The last word where all say the same; null where they disagree or there is none. */
const agreed = (words: readonly Word[]): Word | null =>
  words.length > 0 && words.every((word) => word.direction === words[0]!.direction) ? words.at(-1)! : null;

function englishWords(text: string, base: number): Word[] {
  return [...text.matchAll(/[A-Za-z]+/g)].flatMap((match): Word[] => {
    const known = Object.hasOwn(english, match[0].toLowerCase()) ? english[match[0].toLowerCase()] : undefined;
    if (known === undefined) return [];
    const start = base + match.index;
    return [{ start, end: start + match[0].length, word: match[0], direction: known[0], opposite: known[1] }];
  });
}

function koreanWords(text: string, base: number): Word[] {
  return korean
    .flatMap(([word, direction, opposite]): Word[] => {
      const at = text.indexOf(word);
      return at < 0 ? [] : [{ start: base + at, end: base + at + word.length, word, direction, opposite }];
    })
    .sort((a, b) => a.start - b.start);
}

/** The two figures change places; where both bear the same currency and scale only the digits do. */
function swapFix({ source }: Around, from: Quantity, to: Quantity, t: Translate): Fix {
  const textOf = (span: Span): string => source.slice(span.start, span.end);
  const around = ({ term }: Quantity): string => term.text.replace(term.numeral.digits, '#').replace(/\s+/g, ' ');
  const isCounts = from.unit.startsWith('count') && to.unit.startsWith('count');
  const isAlike =
    (around(from) === around(to) && around(from).includes('#')) ||
    // `from 25 to 35 per cent`
    (around(from) === '#' && from.term.numeral.scale === to.term.numeral.scale) ||
    (isCounts && from.term.numeral.scale === to.term.numeral.scale);
  const placeOf = ({ term }: Quantity): Span => (isAlike ? term.numeral : term);
  const edit = (at: Quantity, by: Quantity): Edit => ({
    start: placeOf(at).start,
    end: placeOf(at).end,
    newText: textOf(placeOf(by)),
  });
  return {
    title: t('Swap the two figures'),
    preferred: true,
    edits: [edit(from, to), edit(to, from)].sort((a, b) => a.start - b.start),
  };
}

function verbFix(passage: Passage, { start, end, word, opposite }: Word, t: Translate): Fix[] {
  if (opposite === null) return [];
  const newText = /^[A-Z]/.test(word) ? opposite[0]!.toUpperCase() + opposite.slice(1) : opposite;
  return [{ title: t('Write “{0}”', newText), preferred: false, edits: [{ ...passage.span(start, end), newText }] }];
}
