import { languages } from '../language/index';
import { numberAt, type Anchors } from './anchors';
import { appended } from './appended';
import type { Count } from './figure';
import { isHangul, numeralOf, skipCode, type NumberRead } from './number';
import { readSurrounding } from './qualifier';
import type { Draft } from './recogniser';
import { merged } from './settle';
import { wordFinder } from './word-finder';

/** Words that count things: after them comes a particle, a space or the end. */
const counterAt = wordFinder(
  '학급 병상 노선 개소 개교 개사 개국 개팀 개월 사람 가구 세대 그루 마리 필지 차례 가지 단계 분야 지역 학교 기관 단체 문항 과제 어절 문장 시간 켤레 군데 건 명 곳 대 기 회 종 권 편 척 동 호 채 톤 쌍 점 석 량 장 본 팀 배 개 인 항 교 면'.split(
    ' ',
  ),
);

const YEO = '여'.charCodeAt(0);
const native: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ code, numbers }) => (code === 'ko' ? Object.entries(numbers.words) : [])),
);

const nativeWord = /(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두|스무)(?= [가-힣])/y;

/** `431명` · `3만 명` · `30여 명` · `12개 기관` · `4대 전략` · `두 곳`; not `제2차`, `1인당`, `20~30명`, `4대보험`, `5개년`. */
export function koreanCounts(anchors: Anchors): readonly Draft<Count>[] {
  const { text, digits, hangulCounts } = anchors;
  let found: Draft<Count>[] | null = null;
  let from = 0;
  for (let i = 0; i < digits.length; i++) {
    const at = digits[i]!;
    if (at < from) continue;
    const number = numberAt(anchors, i);
    if (number === null) {
      from = skipCode(text, at);
      continue;
    }
    const draft = counted(text, number);
    if (draft !== null) found = appended(found, draft);
    from = draft?.end ?? number.digitsEnd;
  }
  if (hangulCounts.length === 0) return found ?? none;
  const inWords: Draft<Count>[] = [];
  for (const at of hangulCounts) {
    nativeWord.lastIndex = at;
    const word = nativeWord.exec(text)?.[0];
    if (word === undefined) continue;
    const value = native.get(word)!;
    const end = at + word.length;
    const number: NumberRead = {
      start: at,
      end,
      digits: word,
      digitsEnd: end,
      base: String(value),
      baseStep: '1',
      scale: null,
      written: 'words',
      grouped: false,
    };
    const draft = value === 1 ? null : counted(text, number);
    if (draft !== null) inWords.push(draft);
  }
  return merged(found ?? none, inWords);
}

const none: readonly Draft<Count>[] = [];

/** Ordinals, the ends of ranges, parts of codes and dates; not the end of a word (`제설제 3,200톤`). */
const isPart = (text: string, start: number): boolean =>
  /[제第\dA-Za-z.~∼〜～–/:-]\s?$|[’'‘]$/.test(text.slice(Math.max(0, start - 2), start)) &&
  !/[A-Za-z.:] $|^- $/.test(text.slice(Math.max(0, start - 2), start)) &&
  !/[가-힣]제 $/.test(text.slice(Math.max(0, start - 3), start));

function counted(text: string, number: NumberRead): Draft<Count> | null {
  let at = number.end;
  const more = text.charCodeAt(at) === YEO ? 1 : 0;
  at += more;
  if (text.charCodeAt(at) === 0x20) at++;
  const counter = counterAt(text, at);
  if (counter === undefined || isPart(text, number.start)) return null;
  let end = at + counter.length;
  const next = text.slice(end, end + 3);
  if (next !== '' && '당년째'.includes(next[0]!)) return null;
  const free = next === '' || !isHangul(next.charCodeAt(0));
  if (!free && !particles.test(next) && !isSaidOf(text, number.end + more, next)) return null;
  let noun = counter;
  if (counter === '개' || (counter === '대' && /^ [가-힣]/.test(next))) {
    const thing = thingAfter(text, end);
    if (thing !== null) {
      noun = thing.noun;
      end = thing.end;
    }
  }
  if (counter === '인' && (!free || number.digits.length < 2)) return null;
  if (
    counter === '대' &&
    noun === '대' &&
    /^[0-9]0$/.test(number.digits) &&
    /^ ?(?:청년|이하|이상|여성|남성|초반|후반)/.test(text.slice(end, end + 4))
  )
    return null;
  if (!isHangul(text.charCodeAt(end)) && /^\s?[~∼〜～–]\s?\d/.test(text.slice(end, end + 3))) return null;
  const low = numeralOf(number);
  const surrounding = readSurrounding(text, number.start, end);
  return {
    kind: 'count',
    node: null,
    block: -1,
    cell: null,
    start: number.start,
    end,
    text: text.slice(number.start, end),
    value: Number(low.exact),
    noun,
    qualifier: more > 0 && surrounding.qualifier === 'exact' ? 'about' : surrounding.qualifier,
    low,
  };
}

const describing =
  /^(?:세부|핵심|주요|중점|전략|추진|신규|대표|관계|공공|지방|광역|기초|시범|우수|개별|정책|국정|실천|중앙|지역|민간)$/;
const noThing =
  /^(?:(?:늘|줄|높|낮|올|내리|만들|지어|새로|더|추가|증가|감소|확대|축소|증설|신설|설치|조성|운영|선정|선발|모집|확충|증원)[가-힣]{0,3}|안팎|이상|이하|내외|미만|정도|가량|이내|초과|및|등|중|가운데|또는|시|각|총|약)$/;

/** What `12개 …` or `4대 …` counts: one word, or two and three where the first only describe, without its particle. */
function thingAfter(text: string, at: number): { noun: string; end: number } | null {
  let end = at;
  let from = at;
  for (let count = 0; count < 3; count++) {
    const word = /^ ([가-힣]{1,9})/.exec(text.slice(end, end + 11))?.[1];
    if (word === undefined) break;
    const plain = withoutParticle(word);
    if (noThing.test(plain)) break;
    if (count === 0) from = end + 1;
    end += 1 + plain.length;
    if (plain !== word || !describing.test(plain)) break;
  }
  return end === at ? null : { noun: text.slice(from, end), end };
}

const particles =
  /^(?:을|를|이|가|은|는|의|에|에서|에게|으로|로|과|와|도|만|씩|까지|부터|보다|이며|이고|이다|입니다|임(?![가-힣])|인데|였|이상|이하|미만|이내|초과|정도|내외|규모|가량|중|당초)/;

/** `40명인 정원`, `12곳이던 거점`; not `3 개인 사업자`, whose counter begins a word. */
const isSaidOf = (text: string, numberEnd: number, next: string): boolean =>
  isHangul(text.charCodeAt(numberEnd)) && /^(?:인|던) /.test(next);

const withoutParticle = (word: string): string =>
  word.length > 2
    ? word.replace(/(?:에서|으로|에게|까지|부터|마다|이며|[을를은는의에로와과이가])$/, '')
    : word.replace(/^([팀섬역교반집])[을은의에과]$/, '$1');
