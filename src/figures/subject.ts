/**
 * What an amount is for, in the text's own words, or null where they do not stand plainly beside it:
 *
 *     Open data (KRW 98.6 billion)          before a bracket, to the clause's beginning
 *     Open data: KRW 98.6 billion           before a colon
 *     KRW 98.6 billion for open data        after `for` and `on`
 *     데이터 개방 986억원                     the words just before, without a particle between
 */
export function subjectIn(text: string, start: number, end: number, heading: boolean): string | null {
  if (heading) return headingSubject(text, start, end);
  const before = text.slice(Math.max(0, start - 90), start);
  const bracket = /[(（]([^()（）]{0,48})$/.exec(before);
  if (bracket !== null) {
    const inside = bracket[1]!;
    if (/[가-힣]\s?$/.test(inside)) return koreanBefore(inside);
    if (inside.trim() !== '' && !/\d{4}\)?[,:]?\s?$/.test(inside))
      return /^[a-z][^,\d]{4,44}, $/i.test(inside) ? clean(inside) : null;
    return bracket.index > 0 ? phraseBefore(before.slice(0, bracket.index)) : null;
  }
  const after =
    /^ (?:(?:is|are) )?(?:for|on) (?!(?:the )?(?:previous|last|same|next|coming|whole|it\b|them\b|those\b|this|that|which|all|up|fiscal|financial|year|years|FY|20\d\d|\d)|every |each |good )([^,.;:()]{3,60})/.exec(
      text.slice(end, end + 80),
    );
  if (after !== null) return trimmed(after[1]!);
  const label = /(?:^|[.;] )([^.;:()]{2,50}?)[:：]\s?(?:총|약|about |a total of |around )?\s?$/.exec(before);
  if (label !== null) return clean(label[1]!);
  return koreanBefore(before);
}

/** The heading without its number and without the amount. */
function headingSubject(text: string, start: number, end: number): string | null {
  const without = `${text.slice(0, start).replace(/[([（:,–—-]\s*(?:총|약|about|around)?\s*$/i, '')}${text.slice(end).replace(/^\s*[)\]）]/, '')}`;
  const plain = without.replace(/^\s*(?:[A-Za-z가-힣]+ )?\d+(?:\.\d+)*[.:)]?\s+/, '').trim();
  return plain.length > 60 || otherMoney.test(plain) ? null : clean(plain);
}

const otherMoney = /\d[\d,.]*\s?(?:[만억조천백]|원|달러|[mb]illion|trillion|crore)|[$€£¥₩₹]|\b[A-Z]{3} \d|%/;

/** The noun phrase that ends before a bracket: a whole clause of few words, or what follows an article or a verb. */
function phraseBefore(before: string): string | null {
  const clause = before
    .split(/\. |; |: |, |\) |· |· | and |▲|▴/)
    .at(-1)!
    .trim();
  if (otherMoney.test(clause)) return null;
  const words = clause.split(/\s+/);
  if (/[가-힣]$/.test(clause)) {
    const last = words.findLastIndex(
      (word, index) => index < words.length - 1 && word.length > 1 && particle.test(word),
    );
    return clean(
      words
        .slice(last + 1)
        .slice(-6)
        .join(' '),
    );
  }
  const stop = words.findLastIndex((word) => stops.has(word.toLowerCase()));
  const phrase = words.slice(stop + 1);
  if (phrase.length === 0 || phrase.length > 8 || (stop >= 0 && unsure.has(words[stop]!.toLowerCase()))) return null;
  if (stop > 0 && unsure.has(words[stop - 1]!.toLowerCase())) return null;
  if (/^\d|^other\b/.test(phrase[0]!)) return null;
  return stop < 0 && clause.length >= 80 ? null : clean(phrase.join(' '));
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** After these a phrase is a part of a longer one, or no noun. */
const unsure = list(
  'will be is are was were of and or for in by through to with from that which while including among under on at as into over than not it they who',
);
const stops = list(
  'will be is are was were of and or for in by through to with from that which while including among under on at as into over than not it they who promote support provide build establish develop launch introduce strengthen expand enhance create start conduct pursue implement enlarge raise reduce lower increase begin open the a an its their our',
);

/** `데이터 개방 986억원`, `국비 138억원`: the words before, back to a particle, a comma or a bracket. */
function koreanBefore(before: string): string | null {
  const run = /([가-힣A-Za-z0-9·]+(?: [가-힣A-Za-z0-9·]+){0,3}) $/.exec(before)?.[1];
  if (run === undefined || !/[가-힣]/.test(run)) return null;
  const words = run.split(' ');
  const last = words.findLastIndex((word) => (word.length > 1 ? particle.test(word) : true));
  const own = words
    .slice(last + 1)
    .filter((word) => !/^(?:총|약|최대|최소|연간|월|연|하루|매년|각각|금)$/.test(word) && !/^\d/.test(word));
  if (own.length > 0 && (noSubject.test(own.at(-1)!) || /^\d/.test(own[0]!))) return null;
  return own.length === 0 || own.length < words.length - last - 1 ? null : clean(own.join(' '));
}

/** Words that stand before an amount and name nothing: times, verbs, measures of comparison. */
const noSubject =
  /^(?:늘어난|줄어든|오른|내린|증가한|감소한|지난해|작년|올해|전년|내년|금년|당초|현재|각각|모두|경우|해마다|매년|이 중|중)$|(?:져|어서|아서|하여|되어|했다|따라|위해|통해|대비|기준|이상|이하|하는|되는|한|된|할|될|규모의)$/;

const particle =
  /(?:[은는을를이의에로와과도]|에만|따른|에서|으로|까지|부터|보다|하고|하며|하여|이며|당|총|약|최대|\d년|\d월)$/;

/** Up to the next figure or clause. */
function trimmed(phrase: string): string | null {
  const cut = phrase.split(
    / (?:and|plus|with|in|over|from|by|per|during|through|of which|while|as|to) (?=[A-Za-z]{0,4}[$€£¥₩₹]?\s?\d)| (?:in|over|during|from|between|until|by) (?=the |\d|20)/,
  )[0]!;
  return clean(cut.split(' ').slice(0, 9).join(' '));
}

function clean(phrase: string): string | null {
  const plain = phrase
    .replace(/^(?:the|an?|and|of|for|another|further)\s+/i, '')
    .replace(/[\s:：,·*]+$/, '')
    .trim();
  return plain.length < 2 || !/[A-Za-z가-힣぀-ヿ一-鿿]/.test(plain) ? null : plain;
}
