/** What an amount is said of: the content words around it, in a form in which two mentions can be compared. */

const stop = new Set(
  'the a an of in on at to for by with from and or as is are was were be been being will would shall this that these those it its their his her our we they which who whom whose than then also each every all any some both other another more most such into over under about up down out per not no new only can may must has have had do does did so if but while when where there here between within during after before through year years million billion trillion thousand usd eur gbp krw ksh kes ngn zar inr crore lakh php sgd aud cad nzd hkd chf jpy yen dollar euro pound rupee won fy fiscal total amount amounts spend spent spending'.split(
    ' ',
  ),
);

/** Words too common in plans to tell one thing from another. */
const weak = new Set(
  'act task measure measur priority priorit goal objective objectiv pillar strategy strateg cost costs budget fund funds funding plan project projects programme program government ministry office agency department receiv receive giv give provid provide allocat increase rise increas part new support 예산 사업 사업비 지원 추진 계획 투자 금액 확대 과제 전략 투입 배정 편성'.split(
    ' ',
  ),
);

const particles =
  /(?:으로|에서|까지|부터|에게|보다|에는|에도|하고|하며|하여|한다|된다|했다|되는|하는|이며|이고|이다|은|는|이|가|을|를|의|에|로|와|과|도|만)$/;

/** Content words of a text, stemmed, without repeats. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const match of text.toLowerCase().matchAll(/[a-z]+|[가-힣]+/g)) {
    const word = match[0];
    if (/[가-힣]/.test(word)) {
      const bare = word.length > 2 ? word.replace(particles, '') : word;
      if (
        bare.length >= 2 &&
        !/^(?:쓴다|쓰고|쓰며|들인다|들이고|들여|들어|든다|올해|지난해|작년|내년|이번|모두|각각|가운데|[십백천]?[조억만]?원(?:씩|대|가량)?)$/.test(
          bare,
        )
      )
        words.add(bare);
    } else if (word.length >= 3 && !stop.has(word)) words.add(stemmed(word));
  }
  for (const [ordinal] of text.matchAll(ordinals)) words.add(ordinal.replace(/\s/g, ''));
  return words;
}

/** `1단계 사업`, `2공구`: which of several a thing is. */
const ordinals = /(?<![\d.,])\d{1,2}\s?(?:단계|공구|권역|호선|구간|지구|유형)(?!로|별)/g;

/** How many telling words two mentions share; words of every plan count a third. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += weak.has(word) ? 1 / 3 : 1;
  return shared;
}

const stemmed = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ings?|ions?|ed|ies|es|s)$/, '') : word.length > 3 ? word.replace(/s$/, '') : word;

/** A title or label for comparison: no numbering, no brackets, no spaces or stops, lower case. */
export function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\([^)]*\)|（[^）]*）|\[[^\]]*\]/g, '')
    .replace(/^[\s\d.)○□•·\-–—ㅇ*#|]+/, '')
    .replace(/^(?:the|a|an)\s+/, '')
    .replace(/[\s\u00a0.,:;'"‘’“”·\-–—*]/g, '');
}
