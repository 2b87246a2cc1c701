import type { Edit } from '../edits/edit';
import { renumber } from '../edits/renumber';
import { writeOrdinal } from '../edits/ordinal';
import { referencesInSteps, sameLabel, type Reference, type Target } from '../outline/reference';
import { eachNode } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { isRead } from '../text/block';
import { byStart, lastStartingBy, overlaps } from '../text/span';
import type { Draft, Fix, Translate } from './check';
import { isGone } from './gone-parts';
import { onceInSteps } from '../text/once';
import type { Steps } from '../text/steps';
import { labelledParts, partsInRows } from './parts-in-rows';
import type { Slip } from './sequence';
import { values, type Member, type Series } from './series';

/** What a document refers to by label and number. */
export interface Named {
  readonly targets: readonly Target[];
  readonly references: readonly Reference[];
}

/** Everything in the plan that bears a label and a number. */
export const namedTargets = onceInSteps(function* (plan: PlanFacts): Steps<readonly Target[]> {
  const targets = yield* labelledParts.inSteps(plan);
  yield;
  const ofRows = (yield* partsInRows.inSteps(plan)).flatMap(({ rows }) => rows);
  return [...targets, ...(yield* countedTasks(plan)), ...ofRows].sort(byStart);
});

/** Tasks numbered without a label, where the plan counts them by a noun: `11 actions`, and `1.` to `11.` below; `9개 과제`, and `①` to `⑨`. */
function* countedTasks({ source, outline, declared }: PlanFacts): Steps<Target[]> {
  const found: Target[] = [];
  yield* eachNode(outline, ({ kind, style, ordinal, markerSpan, title, blocks: [block] }) => {
    if (kind !== 'task' || (style !== 'decimal' && style !== 'circled') || ordinal === null || markerSpan === null)
      return;
    const digits = /(?:\d{1,3}|[①-⑳])(?=[.)\]]?\s*$)/.exec(source.slice(markerSpan.start, markerSpan.end));
    if (digits === null) return;
    const start = markerSpan.start + digits.index;
    const numberSpan = { start, end: start + digits[0].length };
    found.push({
      ...markerSpan,
      label: '',
      number: String(ordinal),
      written: digits[0],
      numberSpan,
      title,
      block,
      kind,
    });
  });
  const counts = declared.find(
    ({ what, value, noun }) => what === 'tasks' && value === found.length && /(?:s|과제)$/.test(noun),
  );
  const label = counts?.noun.endsWith('과제')
    ? '과제'
    : counts?.noun.toLowerCase().split(' ').at(-1)!.replace(/s$/, '');
  const isOnce = new Set(found.map(({ number }) => number)).size === found.length;
  if (label === undefined || !isOnce || !/^(?:[a-z]{4,}|과제)$/.test(label) || label.endsWith('ie')) return [];
  return found.map((target) => ({ ...target, label }));
}

export const namedParts = onceInSteps(function* (plan: PlanFacts): Steps<Named> {
  const targets = yield* namedTargets.inSteps(plan);
  return { targets, references: yield* referencesInSteps(targets, plan.blocks) };
});

/** One finding a slip, with the numbers around it and the ways to mend it. */
export function* slipFindings(series: Series, named: Named, t: Translate): Generator<Draft> {
  const references = series.slips.length === 0 ? [] : referencesOf(series, named);
  const whole = series.slips.length === 0 ? null : renumbered(series, (index) => index + 1, references);
  for (const slip of series.slips) {
    const [first, last] = slip.at;
    const [from, to] = [series.members[first]!, series.members[last]!];
    const neighbours = [series.members[first - 1], series.members[last + 1]].filter((m) => m !== undefined);
    yield {
      start: from.start,
      end: first === last ? from.end : to.end,
      message: messageOf(series, slip, t),
      related: neighbours.map(({ start, end, marker }) => ({ start, end, message: marker })),
      fixes: fixesOf(series, slip, references, whole, t),
      data: { kind: slip.kind, written: from.number?.value ?? null, expected: slip.expected },
    };
  }
}

function messageOf(series: Series, { kind, at, expected }: Slip, t: Translate): string {
  const { members } = series;
  const [first, last] = at;
  const member = members[first]!;
  const shown = excerpt(members, first - 2, last + 1);
  const all = values(members);
  const missing = named(member, expected);
  const isTwice = all.some((value, index) => value === member.number?.value && index !== first);
  switch (kind) {
    case 'wrong':
      if (first !== last) return t('{0}: the order is broken.', shown);
      if (isTwice) return t('{0}: “{1}” stands twice and “{2}” is missing.', shown, member.marker, missing);
      return t('{0}: “{1}” stands where “{2}” should be.', shown, member.marker, missing);
    case 'repeat':
      return isTwice
        ? t('{0}: “{1}” stands twice.', shown, member.marker)
        : t('{0}: “{1}” stands where “{2}” should be.', shown, member.marker, missing);
    case 'start':
      return t('{0}: the series begins with “{1}”, not with “{2}”.', shown, member.marker, missing);
    case 'gap': {
      const until = member.number!.value - 1;
      return until === expected
        ? t('{0}: “{1}” is missing.', shown, missing)
        : t('{0}: “{1}” to “{2}” are missing.', shown, missing, named(member, until));
    }
  }
}

/**
 * Whether every number that a gap misses stands at the head of a block all the same, where the outline has not taken it
 * up, or a list of the plan's parts leaves it out: then nothing is missing.
 */
export function standsElsewhere(plan: PlanFacts, series: Series, { kind, at, expected }: Slip): boolean {
  const { members } = series;
  const member = members[at[0]];
  if (kind !== 'gap' || member === undefined || member.number === null) return false;
  if (areListed(plan, series)) return true;
  const from = members[at[0] - 1]?.start ?? 0;
  const heads = headsBetween(plan.blocks, from, member.start);
  for (let value = expected; value < member.number.value; value++)
    if (!heads.has(named(member, value).replace(/[\s.)]+$/, '')) && !isSaidGone(plan, member, value)) return false;
  return true;
}

/** `Annexes A, B and D are attached; Annex C is confidential`: the text says why the number is left out. */
const isSaidGone = (plan: PlanFacts, { marker }: Member, value: number): boolean =>
  namedParts(plan).references.some(
    (one) => one.number === `${value}` && marker.toLowerCase().startsWith(one.label) && isGone(one),
  );

/**
 * `The Department leads Outcomes 1, 2 and 4 of the Strategy.`: a list that names just the numbers that are here says that
 * the others are meant to be missing.
 */
function areListed(plan: PlanFacts, { members }: Series): boolean {
  const { references } = namedParts(plan);
  const own = values(members).map(String);
  const heads = members.map(({ marker }) => marker.toLowerCase());
  return references.some((first, at) => {
    const run = references.slice(at, at + own.length);
    return (
      run.length >= 3 &&
      run.every(({ number, block }, index) => number === own[index] && block === first.block) &&
      run.every(({ start }, index) => index === 0 || start - run[index - 1]!.end <= 8) &&
      heads.every((head) => head.startsWith(first.label))
    );
  });
}

/** The first word or two of every block between two places, without stops: `P5`, `Task 3`, `2`. */
function headsBetween(blocks: PlanFacts['blocks'], from: number, to: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = lastStartingBy(blocks, from) + 1; at < blocks.length && blocks[at]!.start < to; at++) {
    const block = blocks[at]!;
    const words = isRead(block) ? block.reading.text.slice(0, 40) : '';
    const head = `${block.mark?.text ?? ''} ${words}`.trim().split(/\s+/);
    for (const count of [1, 2])
      found.add(
        head
          .slice(0, count)
          .join(' ')
          .replace(/^[*_#(]+|[\s.):*_]+$/g, ''),
      );
  }
  return found;
}

/** The markers from one index to another, an ellipsis where the series goes on. */
function excerpt(members: readonly Member[], from: number, to: number): string {
  const start = Math.max(0, from);
  const end = Math.min(members.length - 1, to);
  const shown = members.slice(start, end + 1).map(({ marker }) => marker.replace(/\s+/g, ' '));
  return `${start > 0 ? '… ' : ''}${shown.join(', ')}${end < members.length - 1 ? ' …' : ''}`;
}

/** The member's marker with another number in it. */
function named({ marker, number, start }: Member, value: number): string {
  if (number === null) return String(value);
  const text = writeOrdinal(value, number);
  if (text === null) return String(value);
  return marker.slice(0, number.start - start) + text + marker.slice(number.end - start);
}

function fixesOf(
  series: Series,
  slip: Slip,
  references: readonly Reference[],
  whole: readonly Edit[] | null,
  t: Translate,
): Fix[] {
  const [first, last] = slip.at;
  const { members } = series;
  const all = values(members);
  const shift = slip.expected - all[first]!;
  const here =
    slip.kind === 'wrong'
      ? (index: number): number => (index >= first && index <= last ? slip.expected + index - first : all[index]!)
      : (index: number): number => (index >= first ? all[index]! + shift : all[index]!);
  const single = members.every(({ number }, index) => number === null || index === first || here(index) === all[index]);
  const fromHere = renumbered(series, here, references);
  const fixes: Fix[] = [];
  if (fromHere !== null && fromHere.length > 0) {
    const title = single ? t('Write {0}', named(members[first]!, slip.expected)) : t('Renumber from here');
    fixes.push({ title, preferred: true, edits: fromHere });
  }
  if (whole !== null && whole.length > 0 && !sameEdits(whole, fromHere ?? []))
    fixes.push({ title: t('Renumber the whole series'), preferred: fixes.length === 0, edits: whole });
  return fixes;
}

/** The edits that give every member of a series the number that `to` says. */
const renumbered = ({ members }: Series, to: (index: number) => number, references: readonly Reference[]) =>
  renumber(
    members.flatMap(({ number }, index) => (number === null ? [] : [{ number, to: to(index) }])),
    references,
  );

const sameEdits = (a: readonly Edit[], b: readonly Edit[]): boolean =>
  a.length === b.length &&
  a.every((edit, index) => edit.start === b[index]!.start && edit.newText === b[index]!.newText);

/** The references that name members of the series. */
function referencesOf({ members }: Series, { targets, references }: Named): Reference[] {
  const numbers = members.flatMap(({ number }) => (number === null ? [] : [number])).sort(byStart);
  const own = targets.filter(({ numberSpan }) => {
    const before = numbers[lastStartingBy(numbers, numberSpan.end - 1)];
    return before !== undefined && overlaps(before, numberSpan);
  });
  const labels = new Set(own.map(({ label }) => label));
  const prefixes = new Set(own.map(({ number }) => prefixOf(number)));
  if (labels.size !== 1 || prefixes.size !== 1) return [];
  return references.filter(
    (reference) => sameLabel(reference, own[0]!) && prefixOf(reference.number) === prefixOf(own[0]!.number),
  );
}

/** All but the last part of a number: `1.` of `1.2`, nothing of `3`. */
const prefixOf = (number: string): string => number.slice(0, number.lastIndexOf('.') + 1);
