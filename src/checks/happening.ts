/** What happens on a day, of what kind. */
export type Kind = 'start' | 'end' | 'held' | 'issued' | 'awarded';

const signs: readonly (readonly [Kind, RegExp])[] = [
  [
    'start',
    /\b(?:starts?|started|starting|begins?|began|begun|beginning|commence\w*|launch\w*|(?:re)?open(?:s|ed|ing)?|inaugurat\w*|commission(?:ed|ing)|introduc\w*|takes? effect|took effect|into (?:force|effect|operation|service)|goes? live|goes? on sale|dedicat\w*|appl(?:y|ied))\b|시작|개시|착수|개막|개통|개장|착공|개관|개소|출범|시행|개강|개교|개원|문을|연다|엽니다|열(?:며|고|어|리)|열린/i,
  ],
  [
    'end',
    /\b(?:clos(?:e|es|ed|ing|ure)|ends?|ended|ending|finish\w*|complet\w*|deadlines?|expir\w*|conclud\w*|due|ready|hand(?:ed)?[- ]?over|handover|deliver\w*)\b|마감|종료|완료|준공|폐막|만료|마친|마치|끝/i,
  ],
  [
    'held',
    /\b(?:takes? place|took place|hold|holds|held|host\w*|conven\w*|meets?|ceremony|forum|conference|summit|fair|festival|hearing|expo|day|review|election\w*|voting|votes?)\b|개최|열(?:며|고|어|리)|열린|연다|엽니다|실시|개막/i,
  ],
  [
    'issued',
    /\b(?:submit\w*|submission|publi\w*|releas\w*|present(?:s|ed|ation)|announc\w*|report(?:s|ed)|issued?|notif\w*|results?)\b|발표|공고|공개|제출|발간|배포|통보|알리|알린|펴낸|보고/i,
  ],
  [
    'awarded',
    /\b(?:award\w*|sign(?:s|ed|ing)?|select\w*|appoint\w*|adopt\w*|approv\w*)\b|선정|체결|위촉|확정|의결|승인/i,
  ],
];

/** The kinds of happening that a text has words of. */
export const kindsIn = (text: string): ReadonlySet<Kind> =>
  new Set(signs.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind));

/** Stems of words that say what happens, and not to what. */
const happening =
  /^(?:start|beg[aiu]n|commenc|launch|open|reopen|inaugurat|clos|end|finish|complet|deadlin|due|conclud|held|hold|host|issu|tak|plac|day|dat|schedul|effect|forc|liv|com|go|first|second|third|against|project|task|action|measur|activit|commitment|programm|program|plan|work|시작|개시|착수|개막|개통|개장|착공|개관|개소|출범|시행|개강|개교|개원|입학|졸업|수료|마감|종료|완료|준공|폐막|개최|발표|통보|연다|엽니다|열(?:린|린다|립니다|렸|었|며|고).*|오전|오후|기간|일시|일정|기한|날짜|마감일|부터|까지|문을)$/;

/** `접수하지`, `확정되는`: a verb by its noun. */
const verbEnding = /(?<=^[가-힣]{2,6})(?:하|되|했|한|할|합|됐|된|될|됩)[가-힣]*$/;

/** The words without those that say only what happens. */
export const withoutKinds = (words: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...words].map((word) => word.replace(verbEnding, '')).filter((word) => !happening.test(word)));
