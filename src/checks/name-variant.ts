import { gather } from '../text/gather';
import type { Check } from './check';
import { textWhere } from './of-text';
import { passagesWhere, type Passage } from './passage';
import type { Span } from '../text/span';
import { mayRest, rests } from '../text/steps';
import { soundAlikes } from './sound-alikes';

export const nameVariant: Check = {
  code: 'name-variant',
  says: 'An Act, a programme or a body bears one name throughout.',
  because: 'Under two names readers look for two things, and searches find half.',
  severity: 'hint',
  examples: [
    {
      wrong:
        'The Harbour Renewal Fund opens in May. Towns ask the Harbour Renewal Fund for money. The Harbor Renewal Fund pays in June.',
      right:
        'The Harbour Renewal Fund opens in May. Towns ask the Harbour Renewal Fund for money. The Harbour Renewal Fund pays in June.',
    },
  ],
  reads: [
    'Names of three words or more, and Korean names in quotation marks, that differ by a letter or two, a hyphen or a capital; numbers and ordinals make different names.',
    'Korean words of six syllables or more that stand once with ㅔ for ㅐ, or the other way round.',
  ],
  *find(plan, t) {
    const names = new Map<string, Span[]>();
    const rest = rests();
    for (const passage of yield* withNames.inSteps(plan)) {
      if (rest()) yield;
      for (const { name, start, end } of namesIn(passage)) gather(names, name, passage.span(start, end));
    }
    const all = [...names].sort((a, b) => b[1].length - a[1].length);
    for (const [index, [name, places]] of all.entries()) {
      if (mayRest(index)) yield;
      const major = all
        .slice(0, index)
        .find(([other, more]) => more.length > places.length && areVariants(name, other));
      if (major === undefined) continue;
      for (const place of places) {
        yield {
          ...place,
          message: t('“{0}” here, “{1}” {2} times.', name, major[0], major[1].length),
          related: major[1].slice(0, 3).map((span) => ({ ...span, message: major[0] })),
          fixes: [{ title: t('Write {0}', major[0]), preferred: true, edits: [{ ...place, newText: major[0] }] }],
        };
      }
    }
    for (const { written, place, meant, others } of yield* soundAlikes(plan))
      yield {
        ...place,
        message: t('“{0}” here, “{1}” {2} times.', written, meant, others.length),
        related: others.slice(0, 3).map((span) => ({ ...span, message: meant })),
        fixes: [{ title: t('Write {0}', meant), preferred: true, edits: [{ ...place, newText: meant }] }],
      };
  },
};

/** Three words or more with capitals; `of`, `for`, `and` may stand between. */
const englishName = /\b[A-Z][A-Za-z’'-]{2,}(?: (?:(?:of|for|and|on) (?:the )?)?[A-Z][A-Za-z’'-]{2,}){2,5}/g;
const quotedName = /[‘“「『"']([가-힣][가-힣A-Za-z0-9 ·]{5,28})[’”」』"']/g;

const withNames = passagesWhere(textWhere((text) => text.search(englishName) >= 0 || text.search(quotedName) >= 0));

/** The names in a passage, and where they stand in its text. */
function namesIn({ text, block }: Passage): (Span & { readonly name: string })[] {
  const found: (Span & { readonly name: string })[] = [];
  if (block.kind === 'heading') return found;
  for (const match of text.matchAll(englishName)) {
    const lead =
      /^(?:The|This|That|Our|Its|Their|In|On|For|By|From|Under|With|And|But|All|New) /.exec(match[0])?.[0] ?? '';
    const name = match[0].slice(lead.length);
    const end = match.index + match[0].length;
    if (name.split(' ').length >= 3) found.push({ name, start: end - name.length, end });
  }
  for (const match of text.matchAll(quotedName)) {
    const start = match.index + 1;
    found.push({ name: match[1]!, start, end: start + match[1]!.length });
  }
  return found;
}

/** The same but for a hyphen, a space, a capital, or a letter or two in one word. */
function areVariants(a: string, b: string): boolean {
  if (a.replace(/\d+/g, '') !== a || b.replace(/\d+/g, '') !== b) return false;
  const plain = (name: string): string => name.toLowerCase().replace(/[\s’'·-]/g, '');
  if (plain(a) === plain(b)) return true;
  const [x, y] = [a.split(' '), b.split(' ')];
  if (x.length !== y.length) return false;
  const different = x.flatMap((word, index) => (word === y[index] ? [] : [[word, y[index]!] as const]));
  const pair = different[0];
  if (different.length !== 1 || pair === undefined) return false;
  const [p, q] = pair;
  const few =
    Math.min(p.length, q.length) >= (/[가-힣]/.test(p) || isLonger(p, q) ? 4 : 5) &&
    distance(p.toLowerCase(), q.toLowerCase()) <= 1;
  // North and South, plural and singular are other things or no matter.
  return few && `${p}s` !== q && `${q}s` !== p;
}

/** `Setu` and `Sethu`: a letter more or less inside the word. */
const isLonger = (p: string, q: string): boolean => p.length !== q.length && p[0] === q[0] && p.at(-1) === q.at(-1);

/** How many letters must be changed, added or left out; two that changed places count one. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [x, y] = [a.slice(start, endA), b.slice(start, endB)];
  if (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]) return 1;
  return Math.max(x.length, y.length);
}
