import { readOrdinal, writeOrdinal } from '../edits/ordinal';
import { pathAt } from '../outline/outline';
import { sameLabel, singular, type Reference, type Target } from '../outline/reference';
import { particleFor } from '../language/particle';
import type { Edit } from '../edits/edit';
import type { PlanFacts } from '../plan';
import type { Span } from '../text/span';
import { rests, type InTurns } from '../text/steps';
import { captionSeries } from './caption-sequence';
import type { Check, Draft, Fix, Translate } from './check';
import { codedParts } from './coded-parts';
import { textWhere } from './of-text';
import { isGone } from './gone-parts';
import { passagesWhere } from './passage';
import { outlineSeries } from './series';
import { namedParts } from './slip';
import { slipOfDigits } from './weekday-mismatch';

export const missingTarget: Check = {
  code: 'missing-target',
  says: 'Every part of the plan that the text refers to is there.',
  because: 'A reference to a task or table that does not exist leaves the reader searching.',
  severity: 'warning',
  examples: [
    {
      wrong: '**Table 1. Budget**\n\n| a | b |\n| - | - |\n\nPosts are shown in Table 3.\n',
      right: '**Table 1. Budget**\n\n| a | b |\n| - | - |\n\nPosts are shown in Table 1.\n',
    },
  ],
  reads: [
    'Labels are those that the document itself uses: its tasks, actions, pillars, tables, annexes.',
    'A number that belongs to another document (`Task 14 of the 2023 plan`) or to the world outside (`Lock 14`) is left alone.',
    'While a series itself has a slip, references to it are not judged.',
  ],
  *find(plan, t) {
    const { targets, references } = yield* namedParts.inSteps(plan);
    yield* outlineSeries.inSteps(plan);
    yield* captionSeries.inSteps(plan);
    const unsettled = labelsWithSlips(plan, targets);
    const known = new Map<string, Bearers>();
    const rest = rests();
    for (const reference of references) {
      if (rest()) yield;
      const bearers = known.get(reference.label) ?? bearersOf(reference, targets, unsettled);
      known.set(reference.label, bearers);
      const { own, shapes, numbers, isUnsettled, highest } = bearers;
      const few = own.length < (own[0]?.kind === 'caption' || isOnlyAnnex(own) ? 1 : 2);
      if (few || !shapes.has(shapeOf(reference)) || numbers.has(reference.number)) continue;
      // A slip in the series may itself be why the number is not there; one beyond the series' end is missing anyhow.
      if (isUnsettled && lastOf(reference.number) <= highest) continue;
      if (isElsewhere(reference) || isOfOtherYear(reference, plan.year) || isGone(reference)) continue;
      yield told(plan, reference, own, t);
    }
    yield* missingCodes(plan, t);
  },
};

const withCodes = passagesWhere(textWhere((text) => /\b[A-H]\.?\d/.test(text)));

/** `actions A1, B1 and D4` where D goes to 3: codes of the plan's own points, at least one of them there. */
function* missingCodes(plan: PlanFacts, t: Translate): InTurns<Draft> {
  const coded = yield* codedParts.inSteps(plan);
  if (coded.length === 0) return;
  const numbersOf = new Map<string, Set<number>>();
  for (const { letter, number } of coded) numbersOf.set(letter, (numbersOf.get(letter) ?? new Set()).add(number));
  const heads = new Set(coded.map(({ block }) => block));
  for (const { text, index, span } of yield* withCodes.inSteps(plan)) {
    for (const match of text.matchAll(
      /\b(?:[Aa]ctions?|[Mm]easures?|[Oo]bjectives?|[Tt]asks?|[Pp]rojects?|[Ii]nitiatives?|[Pp]oints?|see) ((?:[A-H]\.?\d{1,2})(?:(?:, | and |, and | or | to )[A-H]\.?\d{1,2}){0,6})(?![\w.]\w)/g,
    )) {
      if (heads.has(index) && match.index === 0) continue;
      const from = match.index + match[0].length - match[1]!.length;
      const codes = [...match[1]!.matchAll(/([A-H])\.?(\d{1,2})/g)];
      for (const code of codes) {
        const known = numbersOf.get(code[1]!);
        if (known === undefined || known.has(Number(code[2]))) continue;
        const numbers = [...known].sort((a, b) => b - a);
        const place = span(from + code.index, from + code.index + code[0].length);
        const at = place.end - code[2]!.length;
        yield {
          ...place,
          message: t(
            'There is no {0} here; they go from {1} to {2}.',
            code[0],
            `${code[1]}1`,
            `${code[1]}${numbers[0]!}`,
          ),
          fixes: numbers.map((number, order) => ({
            title: t('Write {0}', `${code[0].slice(0, -code[2]!.length)}${number}`),
            preferred: order === 0,
            edits: [{ start: at, end: place.end, newText: String(number) }],
          })),
        };
      }
    }
  }
}

/** One annex may be all there is; it bears a letter or a number nevertheless. */
const isOnlyAnnex = ([only, ...more]: readonly Target[]): boolean =>
  only !== undefined && more.length === 0 && /^(?:annex|appendix)$/.test(only.label) && only.number === '1';

/** The parts that bear a label, and what a reference to one of them is compared with. */
interface Bearers {
  readonly own: readonly Target[];
  readonly shapes: ReadonlySet<string>;
  /** Every number that one of them bears, and what it begins with: `1` and `1.2` for `1.2`. */
  readonly numbers: ReadonlySet<string>;
  readonly isUnsettled: boolean;
  readonly highest: number;
}

function bearersOf(reference: Reference, targets: readonly Target[], unsettled: ReadonlySet<string>): Bearers {
  const own = targets.filter((target) => sameLabel(reference, target));
  const numbers = new Set<string>();
  for (const { number } of own) {
    for (let at = number.length; at > 0; at = number.lastIndexOf('.', at - 1)) numbers.add(number.slice(0, at));
  }
  return {
    own,
    shapes: new Set(own.map(shapeOf)),
    numbers,
    isUnsettled: own.some(({ label }) => unsettled.has(label)),
    highest: own.reduce((most, { number }) => Math.max(most, lastOf(number)), -Infinity),
  };
}

const lastOf = (number: string): number => Number(number.slice(number.lastIndexOf('.') + 1));

/** Letters are judged against letters, `1.2` against numbers of two parts; `⑧` and `8` are one number. */
const shapeOf = ({ written, number }: Pick<Target, 'written' | 'number'>): string =>
  `${/^[\d①-⑳]/.test(written) ? 'digits' : 'letters'}|${number.split('.').length}`;

/** Words that give the reference to another document or another set of things. */
function isElsewhere({ before, after }: Reference): boolean {
  return (
    /^[,)]? ?(?:of|to|in|under|from) (?:(?:the|its|our|this|that|a|an|last|another) )?(?:[A-Z'’]|(?:19|20)\d\d|previous|former|last|first|second|third|old|earlier|other|EU|UN|act|law|regulation|treaty|agreement|convention)/.test(
      after,
    ) ||
    /(?:former|previous|last year[’']s|old|earlier|지난|지난해|이전|舊|구|종전|전년도|작년|기존|20\d\d년도?) ?$/i.test(
      before,
    ) ||
    /(?:「[^」]{1,30}」|법|조례|시행령|지침|협약) ?(?:의 ?)?$/.test(before) ||
    /^(?:개|건|명|곳|대|차|억|만|천|%|가지|단계)/.test(after)
  );
}

/** `Section 13 of the plan of 2021`, `Action 6 in the programme for 2022`: a document of another year than this one. */
function isOfOtherYear({ after }: Reference, year: number | null): boolean {
  const named = /^[,)]? ?(?:of|in|under|from) (?:[a-z]+ ){1,4}(?:of|for|from) ((?:19|20)\d\d)\b/.exec(after)?.[1];
  return named !== undefined && Number(named) !== year;
}

function labelsWithSlips(plan: PlanFacts, targets: readonly Target[]): Set<string> {
  const found = new Set<string>();
  const labels = new Map<number, string>();
  for (const { numberSpan, label } of targets) if (!labels.has(numberSpan.start)) labels.set(numberSpan.start, label);
  for (const { slips, members } of [...outlineSeries(plan), ...captionSeries(plan)]) {
    if (slips.length === 0) continue;
    for (const { number } of members) {
      const label = number === null ? undefined : labels.get(number.start);
      if (label !== undefined) found.add(label);
    }
  }
  return found;
}

function told(plan: PlanFacts, reference: Reference, own: readonly Target[], t: Translate): Draft {
  const numbers = own.map(({ start, end, label }) => shownNumber(plan, { start, end }, label));
  const shown = withLabel(plan, reference);
  const first = own[0]!;
  const last = own.at(-1)!;
  return {
    start: reference.start,
    end: reference.end,
    message:
      own.length === 1
        ? t('There is no {0} here; the only one is {1}.', shown, numbers[0]!)
        : t('There is no {0} here; they go from {1} to {2}.', shown, numbers[0]!, numbers.at(-1)!),
    related: [first, ...(last === first ? [] : [last])].map(({ start, end, title }) => ({
      start,
      end,
      message: title,
    })),
    fixes: choices(plan, reference, own, t),
  };
}

/** `Figure 3` also for the 3 of `Figures 1 and 3`, and for its 1; `⑧번 과제` has its label behind. */
function withLabel({ source }: PlanFacts, { start, end, label }: Reference): string {
  const text = source.slice(start, end).replace(/\s+/g, ' ');
  const [word] = /^\p{L}+(?= ?\P{L})/u.exec(text) ?? [];
  if (word !== undefined) return singular(word) === word ? text : singular(word) + text.slice(word.length);
  return text.endsWith(label) ? text : `${label[0]!.toUpperCase()}${label.slice(1)} ${text}`;
}

/** The number as the target writes it: `B` of `Annex B`. */
function shownNumber({ source }: PlanFacts, { start, end }: Span, label: string): string {
  const text = source.slice(start, end).replace(/\s+/g, ' ');
  return text.toLowerCase().startsWith(label) ? text.slice(label.length).trim() : text;
}

/** An existing one: first those whose titles the sentence speaks of, then those that a slip of the pen explains. */
function choices(plan: PlanFacts, reference: Reference, own: readonly Target[], t: Translate): Fix[] {
  const context = `${reference.before} ${reference.after}`.toLowerCase();
  const here = pathAt(plan.outline, reference.start)?.join('.') ?? '';
  const wanted = lastOf(reference.number);
  const scored = own
    .filter((target) => target.number.split('.').length === reference.number.split('.').length)
    .map((target) => {
      const words = target.title.toLowerCase().match(/[\p{L}]{4,}|[가-힣]{2,}/gu) ?? [];
      const shared = words.filter((word) => context.includes(word)).length;
      const value = lastOf(target.number);
      const place = pathAt(plan.outline, target.start)?.join('.') ?? '';
      const inside = place !== '' && `${here}.`.startsWith(`${place}.`);
      const score =
        2 * shared + (slipOfDigits(value, wanted) ? 1.5 : 0) - (inside ? 3 : 0) - Math.abs(value - wanted) / 50;
      return { target, score };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, 9);
  const number = readOrdinal(reference.written)[0];
  const behind = plan.source.slice(reference.numberSpan.end, reference.end);
  return scored.flatMap(({ target }, index) => {
    const value = lastOf(target.number);
    const newText = number === undefined ? null : writeOrdinal(value, number);
    if (
      newText === null ||
      target.number.split('.').slice(0, -1).join('.') !== reference.number.split('.').slice(0, -1).join('.')
    )
      return [];
    const shown = plan.source.slice(reference.start, reference.numberSpan.start) + newText + behind;
    return [
      {
        title: t('Write {0}', shown.replace(/\s+/g, ' ')),
        preferred: index === 0,
        edits: [
          { start: reference.numberSpan.start, end: reference.numberSpan.end, newText },
          ...particleEdit(plan, reference, newText),
        ],
      },
    ];
  });
}

/** The particle behind the number where the new one asks for another: `표 1을`, `표 4를`. */
function particleEdit({ source }: PlanFacts, { numberSpan: { end } }: Reference, newText: string): Edit[] {
  const particle = particleFor(newText, source.slice(end, end + 4));
  return particle === null ? [] : [{ ...particle, start: end + particle.start, end: end + particle.end }];
}
