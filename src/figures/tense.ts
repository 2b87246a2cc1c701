import { languageOf } from '../language/index';

/** Whether what a sentence says of a date is done or to come; `open` where it does not tell. */
export type Tense = 'past' | 'future' | 'open';

/**
 * The tense around a place in a text: English tells it before the date (`will be launched in`, `announced last`), Korean at
 * the sentence's end. `pastYear`: the same or the sentence before speaks of the year before the plan (`over the past year`,
 * `지난해`).
 */
export function tenseAt(
  text: string,
  start: number,
  end: number,
  language: string,
): { readonly tense: Tense; readonly pastYear: boolean } {
  const from = sentenceStart(text, start);
  const to = sentenceEnd(text, end);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const previous = text.slice(sentenceStart(text, Math.max(0, from - 2)), from);
  const tense = language === 'ko' ? koreanTense(after) : englishTense(before, after);
  const isLastYear = lastYear.test(before) || lastYear.test(after.slice(0, 40));
  const isReview = pastYears.test(before) || pastYears.test(previous);
  return { tense, pastYear: isReview || isLastYear || (tense === 'past' && lastYear.test(previous)) };
}

/** Words that open a review of the year before, which may go on for some sentences. */
const pastYears = /\b(?:over|during|in|for) the (?:past|last|previous) (?:year|twelve months|12 months)\b|지난 1년/i;
const lastYear = /\b[Ll]ast year\b|\b[Pp]revious year\b|지난해|작년|전년도/;

const english = languageOf('en').calendar;
const anyOf = (words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})\\b`);
/** `800,000 won`, `2 billion won`: no verb. */
const moneyWon = /(?:\d|illion) won\b/g;
const pastWords = anyOf(english.past);
const futureWords = anyOf(english.future);
/** A participle right before the date that no form of `be` makes passive: `the charter announced last …`. */
const participle =
  /(?:^|([A-Za-z]+)[”"’)]?\s)(?:\w{2,}ed|held|made|begun|set up|built|taken|given)\s(?:in|on|at|by|since|from|the)?\s?(?:the\s)?$/;

/** `have agreed to fund more carers from July`: what was agreed is still to be done. */
const agreedTo = /\b(?:agreed|decided|promised|pledged|committed|undertaken|resolved) to [a-z]/;

/** `when the keys are handed over on`: what is done, and no past. */
const passive = /\b(?:be|is|are|being) (?:[a-z]+ly )?(?:\w{2,}ed|held|made|begun|set|built|taken|given|met|put)\b/g;

/** `at 218 points (64 raised to 218), from July`: what stands in brackets says nothing of the date after them. */
const aside = /\([^()]*\)/g;

function englishTense(whole: string, after: string): Tense {
  const before = whole.replace(aside, ' ');
  const joined = participle.exec(before);
  if (joined !== null && !/^(?:be|being|is|are|been|get|to|and|or)$/.test(joined[1] ?? '')) return 'past';
  if (futureWords.test(before) || agreedTo.test(before)) return 'future';
  // `when the berth is opened on`: what is done on a day tells nothing of what was.
  const rest = joined === null ? before : before.slice(0, joined.index);
  const active = rest.replace(passive, ' ').replace(moneyWon, ' ');
  if (pastWords.test(active) || /\b\w{3,}ed\b/.test(active)) return 'past';
  if (before.length > 24) return 'open';
  const clause = /^,?[^,;:(]{0,80}/.exec(after)?.[0] ?? '';
  if (futureWords.test(clause)) return 'future';
  return pastWords.test(clause) || /^,?\s(?:\w+\s){1,4}\w{3,}ed\b/.test(clause) ? 'past' : 'open';
}

const koreanPast =
  /(?:했|였|었|았|됐|렸|났|왔|갔|냈|겼|졌|쳤|섰)(?:다|고|으며|으나|는데|던|습니다)|(?:완료|기록|달성|출범|개최)(?:함|했|하였|\s?$)|한 바 /;
const koreanFuture = /예정|계획|추진|[할될] 것|겠(?:다|습|으)|방침|목표|한다|된다|나선다|연다|합니다|됩니다/;
/** `막을 올립니다`, `문을 엽니다`: what a sentence ends in when it says what is done, but for 입니다 and 습니다. */
const koreanPresent = /([가-힣])니다[.!]?\s*$/;
/** The final consonants of Hangul syllables in the order of Unicode: the 17th is ㅂ. */
const finals = 28;

const isPresent = (rest: string): boolean => {
  const last = koreanPresent.exec(rest)?.[1];
  return last !== undefined && !'입습'.includes(last) && (last.charCodeAt(0) - 0xac00) % finals === 17;
};

/** `제출하기로 하였다`: what was agreed is still to be done. */
const koreanResolve = /기로\s?(?:했|하였|한|결정|합의|의결|뜻)/;

/** `“… 착공식이 새로운 출발이 될 것”이라며 … 말했다`: what is said has a tense of its own. */
const quoted = /^[^“”"]{0,200}[”"](?=(?:이?라)?(?:고|며|면서)[\s,])/;

function koreanTense(rest: string): Tense {
  const after = quoted.exec(rest)?.[0] ?? rest;
  if (koreanResolve.test(after)) return 'future';
  if (koreanPast.test(after)) return 'past';
  return koreanFuture.test(after) || isPresent(after) ? 'future' : 'open';
}

const longest = 400;

/** Where the sentence that holds a place begins, at most 400 characters back; a dot in a number or after an abbreviation ends none. */
export function sentenceStart(text: string, at: number): number {
  for (let i = at - 1; i > Math.max(0, at - longest); i--) {
    if (isBreak(text, i)) return i + 1;
  }
  return Math.max(0, at - longest);
}

function sentenceEnd(text: string, at: number): number {
  for (let i = at; i < Math.min(text.length, at + longest); i++) {
    if (isBreak(text, i)) return i + 1;
  }
  return Math.min(text.length, at + longest);
}

function isBreak(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code === 10 || code === 59 || code === 0x3002) return true;
  if (code !== 46 && code !== 33 && code !== 63) return false;
  const next = text.charCodeAt(i + 1);
  const isSpaced =
    Number.isNaN(next) || next === 32 || next === 10 || next === 34 || next === 0x201d || next === 0x2019;
  const before = text.charCodeAt(i - 1);
  const isAfterDigit = before >= 48 && before <= 57;
  return isSpaced && (!isAfterDigit || /[A-Z]/.test(text.charAt(i + 2)));
}
