import { languageOf } from '../language/index';
import { withoutTail } from '../text/space';
import type { Span } from '../text/span';

/** A list in running text: how many items it may be read as having. */
export interface Listing {
  /** Fewest and most items; they differ where `and` may join two items or stand inside one. */
  readonly least: number;
  readonly most: number;
  /** `such as`, `등`: more may belong to it than stand there. */
  readonly open: boolean;
  readonly items: readonly string[];
}

const openBefore =
  /^\s*(?:such as|including|include|among (?:them|others)|for example|for instance|e\.g\.|eg|notably|in particular|particularly|especially|mainly|mostly|like|incl\.?|chiefly|primarily|예:|예컨대|예를 들어|가령)/i;
const openAfter =
  /(?:\betc\.?|\band (?:others?|more|so on|so forth|the like)\b.*|\bamong others|…|\.\.\.|\s등(?:등|의|을|이)?|\s외)\s*$/i;

/** `Fram Strait (22 days), Barents Sea (18 days); 40 days in all`: what the items make together is none of them. */
const sumBehind = /;\s(?=[^;]{0,60}$)[^;]*\b(?:in total|in all|altogether|all told)$/i;

/** Words that join a pair into one item. */
const pairs =
  /^(?:research|science|health|small|trade|food|law|supply|design|operation|operations|maintenance|monitoring|arts?|culture|oil|rules|terms|safety|peace|search|wear|mergers|water|education|women|planning|policy|supply|environment)\b.* and (?:development|technology|technologies|safety|medium|industry|drink|order|demand|build|maintenance|evaluation|culture|heritage|gas|regulations|conditions|security|rescue|tear|acquisitions|sanitation|training|girls|control|sport|sports|innovation)/i;

/**
 * Reads the inside of a parenthesis or what follows a colon as a list. Null where it is none: a single item, clauses,
 * figures, references.
 */
export function readListing(text: string, language: string): Listing | null {
  const open = openBefore.test(text) || openAfter.test(text);
  const bare = withoutTail(text.replace(openBefore, '').replace(openAfter, ''), '.').trim().replace(sumBehind, '');
  if (bare === '' || bare.length > 400) return null;
  const lettered = bare.match(/(?:^|[\s,;])\(?(?:[1-9]|1\d|[a-h]|i{1,3}|iv|v)\)\s|[①-⑳]/g);
  if (lettered !== null && lettered.length >= 2) return exactly(lettered.length, open, []);
  if (bare.includes(';')) {
    const items = bare.split(/\s*;\s*(?:and\s+|or\s+)?/).filter((item) => item !== '');
    return items.length < 2 ? null : exactly(items.length, open, items);
  }
  return language === 'ko' && /[가-힣]/.test(bare) ? korean(bare, open) : english(bare, open);
}

const exactly = (count: number, open: boolean, items: readonly string[]): Listing => ({
  least: count,
  most: count,
  open,
  items,
});

function english(text: string, open: boolean): Listing | null {
  const all = text.split(/,\s+/).map((segment) => segment.trim());
  // `A, B, and C, in all 16 regions`: the list ends with what stands behind its `and`.
  const closing = all.findIndex((segment, index) => index > 0 && /^(?:and|or|as well as|&) /.test(segment));
  const isClosed =
    closing > 0 &&
    /^(?:in|across|within|throughout|at|for) (?:all|the|its|our|each|every)\b/.test(all[closing + 1] ?? '');
  const segments = isClosed ? all.slice(0, closing + 1) : all;
  const last = segments.pop()!;
  const oxford = /^(?:and|or|as well as|&) /.exec(last);
  const tail = oxford === null ? last : last.slice(oxford[0].length);
  const joints = [...tail.matchAll(/ (?:and|&|as well as) /g)];
  if (segments.length === 0 && joints.length === 0) {
    const slashed = text.split(/\s*\/\s*/);
    return slashed.length >= 3 && slashed.every(isName) ? exactly(slashed.length, open, slashed) : null;
  }
  const items = [...segments];
  // `small, medium and large grants, and loans`: an `and` before the last may join two items; `two firms` are two.
  let slack = segments.filter((segment) => / and /.test(segment)).length + severalIn([...segments, tail]);
  if (oxford !== null || joints.length === 0 || (joints.length === 1 && pairs.test(tail))) {
    items.push(tail);
    // `D for publishers, and A and C for schools`
    if (oxford !== null && !pairs.test(tail)) slack += joints.length;
  } else {
    const joint = joints.at(-1)!;
    items.push(tail.slice(0, joint.index), tail.slice(joint.index + joint[0].length));
    slack += joints.length - 1;
  }
  // What closes a list may be drawn out: `…, and progress in the health of all who live by the sea`.
  const names = items.map((item, index) =>
    index === items.length - 1 && index > 1 ? item.split(' ').slice(0, 4).join(' ') : item,
  );
  if (items.length < 2 || !names.every(isName)) return null;
  // A pair of plain adjectives describes the things and does not list them: `(public and private)`.
  if (items.length === 2 && items.every((item) => /^[a-z]+(?:al|ary|ic|ive|an|ed|ing|ous|ate|lic|new|old)$/.test(item)))
    return null;
  return { least: items.length, most: items.length + slack, open, items };
}

/** How many more things than items there are where items are numbers of things. */
function severalIn(items: readonly string[]): number {
  const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return items.reduce((sum, item) => sum + numbers.indexOf(item.split(' ')[0]!.toLowerCase()) + 1, 0);
}

/** A noun phrase: a few words, no verb of its own, no figure. */
const isName = (item: string): boolean =>
  item !== '' &&
  item.split(/\s+/).length <= 7 &&
  !/\b(?:is|are|was|were|will|shall|has|have|had|can|may|must|should|which|who|that|see|than|from|each|about|approximately|total|per|by|until|not|only|respectively|versus|both|if|when)\b|[%€$£₩]|\d{3}|\d[,.]\d/i.test(
    item,
  );

function korean(text: string, open: boolean): Listing | null {
  const separator = /,/.test(text)
    ? /\s*,\s*/
    : /[·ㆍ‧・∙•]/.test(text)
      ? /\s*[·ㆍ‧・∙•]\s*/
      : /\//.test(text)
        ? /\s*\/\s*/
        : null;
  const segments = separator === null ? [text] : text.split(separator);
  const items: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const joint =
      index === segments.length - 1 ? /^(.{1,20}?)(?:와|과|\s및|\s그리고)\s+(.{1,20})$/.exec(segment) : null;
    const split = joint !== null && (separator !== null || /및|그리고/.test(segment) || segments.length === 1);
    if (split && separator !== null && separator.source.includes('·')) return null;
    if (split) items.push(joint[1]!, joint[2]!);
    else items.push(segment);
  }
  if (items.length < 2 || !items.every(isKoreanName)) return null;
  return exactly(items.length, open, items);
}

const isKoreanName = (item: string): boolean =>
  item.trim() !== '' &&
  item.length <= 24 &&
  item.trim().split(/\s+/).length <= 5 &&
  !/[0-9]{2}|[0-9] ?[개명건곳원%억만천백동층호㎡년월일회차대종인점km]|%$|[조억만천백] ?원$|(?:한다|된다|하고|하며|되어|하여|해서|이다|까지|부터|이상|이하|이내|기준|대비|예정|포함|제외|약|총)$/.test(
    item.trim(),
  );

/**
 * The Korean list that stands before a count: `체험, 훈련, 점검의 ` of `… 체험, 훈련, 점검의 3개 분야`. Read backwards
 * from the count, because only the right end is sure; a comma that ends a clause ends the list.
 */
export function listingBefore(written: string): (Listing & Span) | null {
  // The comma of `3,800명을 기본, 심화, 강사의` separates nothing.
  const text = written.replace(/(?<=\d),(?=\d{3})/g, '.');
  // `빠르게, 튼튼하게, 함께, 이 세 가지입니다`: the word that points at the list is none of it.
  const lead =
    /((?:\s?등)?,?\s(?:바로 )?(?:이|이들|이렇게)|\s?등(?:의|\s총|\s모두)?|의|으로 (?:이루어진|구성된)|로 (?:이루어진|구성된)|\s총|)\s*$/.exec(
      text,
    )!;
  const body = text.slice(0, lead.index);
  const open = /등/.test(lead[0]);
  const dots = /(?:^|\s)((?:[가-힣A-Za-z]{1,12}[·ㆍ‧・∙]){1,9}[가-힣A-Za-z]{1,12})$/.exec(body);
  if (dots !== null && !/,\s*$/.test(body.slice(0, body.length - dots[1]!.length))) {
    const items = dots[1]!.split(/[·ㆍ‧・∙]/);
    if (items.length < 3) return null;
    return { ...exactly(items.length, open, items), start: body.length - dots[1]!.length, end: body.length };
  }
  const items: string[] = [];
  let end = body.length;
  for (;;) {
    const comma = body.lastIndexOf(',', end - 1);
    const whole = body.slice(comma + 1, end).trim();
    const object = items.length === 0 ? null : behindObject.exec(whole);
    const segment = object?.[1] ?? whole;
    const boundary = /[.()“”"‘’':;]/.test(segment);
    const words = segment.split(/\s+/);
    const leftmost = comma < 0 || words.length > 3 || boundary || object !== null;
    const two = words
      .slice(-2)
      .join(' ')
      .replace(/^.*[.()“”"‘’':;]\s*/, '');
    // `4년간 라오스, 캄보디아, 베트남의`: how long stands before the first of them.
    const last = /^\d{1,3}\S*(?:간|까지|부터|동안) ([가-힣A-Za-z]{2,10})$/.exec(two)?.[1];
    const name = leftmost ? (last ?? two) : segment;
    // `노인을 위한 4개`: what stands before the count only describes it.
    if (items.length === 0 && describes(name)) return null;
    if (!isKoreanName(name) || endsClause(name, items.length === 0) || opensSentence.has(name)) break;
    const pair = items.length === 0 ? /^(\S{1,12}?)(?:와|과|,? 및) (\S{1,12})$/.exec(name) : null;
    if (pair !== null) items.unshift(pair[1]!, pair[2]!);
    else items.unshift(name);
    end = comma;
    if (leftmost || comma < 0) break;
  }
  if (items.length < 2) return null;
  return { ...exactly(items.length, open, items), start: Math.max(0, end), end: body.length };
}

const koreanWords = languageOf('ko');

/** `첫째, 박닌, 하이즈엉의`: a word that counts sentences is no item. */
const opensSentence = new Set([
  ...Object.keys(koreanWords.numbers.ordinals),
  ...koreanWords.outline.closing,
  ...['먼저', '우선', '다음으로'],
]);

/** `돌봄인력 3.800명을 기본`: what is made into the things that are listed, and the first of these. */
const behindObject = /\d\s?[가-힣]{1,3}[을를은는]\s([가-힣A-Za-z]{1,12})$/;

const describes = (name: string): boolean =>
  /(?:을|를|에|에서|으로|와|과) \S+$/.test(name) ||
  /(?:위한|대한|관한|통한|하는|되는|있는|없는|맞는|같은|다른|여러|각각|각|주요|신규|새로운|추가|나머지)$/.test(name);

/** Whether a stretch before a comma ends a clause and is no item: it has a verb's ending, or a particle. */
function endsClause(name: string, last: boolean): boolean {
  if (last) return false;
  if (/(?:창|금|보|광|신|사|재|권|참|국|예|경|최)고$/.test(name)) return false;
  return /(?:고|으며|하며|이며|되며|면서|하여|되어|해서|아서|어서|도록|지만|으나|하면|되면|한다|된다|은|는|을|를|에서|에게|부터|까지)$/.test(
    name,
  );
}
