import type { DateFigure } from '../figures/figure';
import { koreanProse } from '../language/korean-prose';
import type { Event, EventKind } from './event';
import { sentenceAt, type Passage, type Placed } from './passage';

const koreanWords: readonly (readonly [EventKind, RegExp])[] = [
  ['end', /(?:마감|종료|완료|폐막|준공|폐회|만료)(?:일|식)?/],
  ['start', /(?:시작|개시|착수|개막|개통|개장|착공|개관|개소|출범|시행|개강)(?:일|식)?/],
  ['issued', /(?:발표|공고|공개|제출|발간|배포)/],
  ['held', /(?:개최|열며|연다|열린다|열고|실시)/],
  ['awarded', /(?:선정|체결|위촉)/],
];
const koreanKinds = koreanWords.map(([kind, pattern]) => ({
  kind,
  pattern,
  atEnd: new RegExp(`(?:${pattern.source})$`),
}));

/** The event of a date in a Korean sentence: `언론 설명회는 5월 2일(목)`, `공모는 5월 31일(금) 마감한다`, `개막식: 5. 13.`. */
export function koreanEvent(passage: Passage, date: Placed<DateFigure>): Event | null {
  const { text } = passage;
  const before = text.slice(Math.max(0, date.start - 40), date.start);
  const match =
    /(?:^|[.,·:;()“”‘’]\s?|\s)([가-힣A-Za-z0-9]{1,12}(?: [가-힣A-Za-z0-9]{1,12}){0,3})(?:은|는|이|가|을|를|:|\()\s?(?:오는 |매년 |올해 )?$/.exec(
      before,
    );
  if (match === null) {
    // `접수 3. 23.~4. 3. → 현장 평가 4월 → 최종 선정 5. 29.`
    const step = /(?:^|→|⇒|▶)\s?([가-힣A-Za-z0-9]{1,10}(?: [가-힣A-Za-z0-9]{1,10}){0,3})\s$/.exec(before);
    if (step !== null && /→|⇒|▶/.test(text)) return koreanOf(step[1]!, '');
    // `2026. 4. 24.(금) 개막식`: a line of a timetable, the date first.
    if (text.slice(0, date.start).trim() !== '' || text.length - date.end > 60) return null;
    const label =
      /^(?:\([^)]{1,4}\))?\s?:?\s([가-힣A-Za-z0-9]{2,10}(?: [가-힣A-Za-z0-9]{2,10}){0,5})\s?(?:$|[/,(])/.exec(
        text.slice(date.end),
      );
    return label === null ? null : koreanOf(label[1]!, '');
  }
  const after = text.slice(date.end, date.end + 30).replace(/^\([^)]{1,4}\)/, '');
  // `진단검사는 3월 12일부터 3월 26일까지 학교별로 실시한다`: its first day.
  return koreanOf(match[1]!, /^부터/.test(after) ? '시작' : after);
}

const lead = String.raw`^(?:\([^)]{1,4}\))?(?:까지)?\s(?:(?:오전|오후) ?\d{1,2}시 ?)?`;
const named = new RegExp(
  String.raw`${lead}([가-힣A-Za-z0-9]{2,12}?(?: [가-힣A-Za-z0-9]{2,12}?){0,3}?)(?:에서|에|을|를) (?:([가-힣]{1,8})|\d)`,
);
const subjectNamed = new RegExp(
  String.raw`${lead}([가-힣A-Za-z0-9]{2,12}(?: [가-힣A-Za-z0-9]{2,12}){0,3}?)(?:이|가) ([가-힣]{2,8})`,
);
const listed = new RegExp(String.raw`${lead}([가-힣]{3,12}(?: [가-힣]{2,12}){0,2}|[가-힣]{2} [가-힣]{2,12})(?=[,.]|$)`);

/**
 * What a Korean sentence names right after the date: `4월 22일(수) 보행자 우선도로 주민설명회에 …`, `12월 5일 이사회에서 의결한 뒤`,
 * `4월 4일(토) 필기시험, …`. A phrase up to its particle or comma, alone, with the verb behind it, and its first words alone
 * (`점검회의 자료를`).
 */
export function koreanEventsAfter(passage: Passage, date: Placed<DateFigure>): Event[] {
  const rest = passage.text.slice(date.end, date.end + 60);
  const first = firstOfTwo(passage, date);
  if (first !== null) return [first];
  const match = named.exec(rest) ?? subjectNamed.exec(rest) ?? listed.exec(rest);
  if (match === null || /^(?:위한|위해|앞두|대비|대한|관한|따른|따라)/.test(match[2] ?? '')) return [];
  const phrase = match[1]!;
  const verb = verbNoun(match[2] ?? '');
  const [opening = ''] = phrase.split(' ');
  const head = opening.length >= 4 && opening.length < phrase.length ? [opening] : [];
  const events = [phrase, ...(verb === '' ? [] : [`${phrase}${verb}`]), ...head].flatMap(
    (words) => koreanOf(words, '') ?? [],
  );
  // A list of days with their names is a timetable.
  return match[2] === undefined && listed.test(rest)
    ? events
    : events.map((event) => ({ ...event, derived: true as const }));
}

/** `2026. 4. 24.(금) 제설 발대식과 장비 시연`: a line of a timetable that names two things; what the first of them is. */
function firstOfTwo({ text }: Passage, date: Placed<DateFigure>): Event | null {
  if (text.slice(0, date.start).trim() !== '' || text.length - date.end > 60) return null;
  const name =
    /^(?:\([^)]{1,4}\))?\s?:?\s([가-힣]{2,10}(?: [가-힣]{2,10}){0,2}?)(?:[과와]| 및) [가-힣]{2,10}(?: [가-힣]{2,10}){0,3}\s?(?:\([^()]{1,20}\))?$/.exec(
      text.slice(date.end),
    )?.[1];
  return name === undefined || name.replace(/\s/g, '').length < 5 ? null : koreanOf(name, '');
}

/** The noun of what a verb does: `의결한` → 의결, `맺어야` → 체결. */
function verbNoun(verb: string): string {
  const plain = koreanProse.verbNouns.find(([stem]) => verb.startsWith(stem));
  return plain?.[1] ?? /^([가-힣]{2,4})(?:한|하|했|해|할|합|된|되|됐)/.exec(verb)?.[1] ?? '';
}

/**
 * Words of the sentence before the date that tell one of a pair from the other: `동측 단지의 …`, `서측 단지의 …`; at its head an
 * ordinal, `2차 모집은`.
 */
export function sidesBefore(passage: Passage, date: Placed): readonly string[] {
  const before = passage.text.slice(sentenceAt(passage, date.start).start, date.start);
  const sides = before.match(/(?<![가-힣])(?:[동서남북]{1,2}(?:측|부|쪽)|[상하]행|[좌우]안)(?![가-힣])/g) ?? [];
  const ordinal = /^\s?(?:제\s?)?(\d{1,2})(?:차|기|단계|공구)(?=\s)/.exec(before)?.[1];
  return ordinal === undefined ? sides : [...sides, ordinal];
}

/** `이사회 의결 안건 제3호(2025. 12. 9.(화) 제출)`: what the bracket itself says was done that day, and not what stands before it. */
export const deedInBracket = (text: string, { start, end }: Placed): string | null =>
  /[(（]\s?$/.test(text.slice(Math.max(0, start - 2), start))
    ? (/^(?:\([월화수목금토일]\))?\s([가-힣]{2,10})\s?[)）]/.exec(text.slice(end, end + 20))?.[1] ?? null)
    : null;

/** `빗물받이 2,600곳을 6월 19일(금)까지 청소한다`: a thing, a day, and what is done with it by then. */
export function koreanDeed(passage: Passage, date: Placed<DateFigure>): Event | null {
  const before = passage.text.slice(Math.max(0, date.start - 40), date.start);
  const thing = /(?:^|[\s,·:])([가-힣]{2,10}(?: [가-힣]{2,10}){0,2})(?: [\d,]+ ?[가-힣]{1,3})?(?:을|를) $/.exec(before);
  const deed = /^(?:\([^)]{1,4}\))?까지 (?:모두 )?([가-힣]{2,8})/.exec(passage.text.slice(date.end, date.end + 20));
  const verb = deed === null ? '' : verbNoun(deed[1]!);
  if (thing === null || verb === '') return null;
  const event = koreanOf(`${thing[1]!}${verb}`, '');
  return event === null ? null : { ...event, kind: event.kind ?? 'end', derived: true };
}

/** What a stretch of time ends: `접수기간: 3. 17. ~ 3. 31.`, `모집 기간은 2월 21일부터 3월 15일까지`. */
export function koreanDeadline(passage: Passage, start: number): Event | null {
  const before = passage.text.slice(Math.max(0, start - 40), start);
  const name =
    /((?:[가-힣]{2,10} ){0,2}(?:접수|모집|신청|공모|공고|등록|제출)) ?(?:기간|일정|기한)?\s?(?:은|는|:|：|\()\s?$/.exec(
      before,
    );
  return name === null
    ? null
    : { subject: new Set([name[1]!.replace(/\s/g, '')]), kind: 'end', names: new Set(), rest: new Set(), korean: true };
}

/** The event that a Korean phrase names, with the words behind its date; null where it is too short to tell. */
export function koreanOf(phrase: string, after: string): Event | null {
  const compact = phrase.replace(/\s+/g, '').replace(/(?<=선정|확정|합격자?)결과$/, '');
  const inName = koreanKinds.find(({ atEnd }) => atEnd.test(compact));
  const inVerb = koreanKinds.find(({ pattern }) => pattern.test(after.split(/[.,]/)[0]!));
  const plain = compact.replace(/(?<=폐막|개막|준공|착공|개관|개소|출범|개통|개장)(?:식|일)$/, '');
  const bare = inName === undefined ? plain : plain.replace(inName.atEnd, '');
  // A label that is nothing but an event word (`개막식`) names itself.
  const subject = bare.length < 2 ? plain : bare;
  const kind = inName?.kind ?? inVerb?.kind ?? null;
  if (subject.length < (kind === null ? 3 : 2)) return null;
  return {
    subject: new Set([subject]),
    kind,
    names: new Set(compact.match(/\d+/g) ?? []),
    rest: new Set(),
    korean: true,
  };
}
