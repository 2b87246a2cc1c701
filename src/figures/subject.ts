/**
 * What an amount is for, in the text's own words, or null where they do not stand plainly beside it:
 *
 *     Open data (KRW 98.6 billion)          before a bracket, to the clause's beginning
 *     Open data: KRW 98.6 billion           before a colon
 *     KRW 98.6 billion for open data        after `for` and `on`, and after a verb: `goes to`, `is earmarked for`
 *     invest KRW 98.6 billion in open data  after `in`, under that verb
 *     Open data receives KRW 98.6 billion   before a verb of getting, from the sentence's beginning
 *     The budget for open data is KRW 9 bn  after a word for money
 *     데이터 개방 986억원                     the words just before, without a particle between
 *     데이터 개방에 986억원을 투자             what it goes into, under a verb of spending
 *     데이터 개방 예산은 986억원이다           what it is
 *     986억원 규모의 데이터 기금               what has that size
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
  const spent =
    goesTo.exec(text.slice(end, end + 100)) ?? (invests.test(before) ? into.exec(text.slice(end, end + 80)) : null);
  if (spent !== null) return trimmed(spent[1]!);
  const named = gets.exec(before) ?? moneyFor.exec(before);
  if (named !== null && !/^ (?:a|per) /.test(text.slice(end, end + 5))) return clean(named[1]!);
  const label = /(?:^|[.;] )([^.;:()]{2,50}?)[:：]\s?(?:총|약|about |a total of |around )?\s?$/.exec(before);
  if (label !== null) return clean(label[1]!);
  return koreanSize(text.slice(end, end + 40)) ?? koreanGoal(before, text.slice(end, end + 24)) ?? koreanBefore(before);
}

/** What follows a verb of spending: ` goes to …`, ` will be spent on …`. */
const goesTo =
  /^ (?:(?:is|are|was|were|will be|has been|have been) (?:(?:earmarked|set aside|reserved|provided|spent|invested|used|budgeted) (?:for|on|in|into)|(?:allocated|assigned|devoted) (?:to|for))|(?:will go|goes|go|went) (?:to|into)) (?!(?:the )?(?:same|next|last|first|second|coming|end|year|years|ministr|government|state|department)|it\b|them\b|those\b|this|that|which|all|total|[A-Z][a-z]+ \d|January|February|March|April|May|June|July|August|September|October|November|December|\d)([^,.;:()]{3,60})/;
const invests =
  /\b(?:[Ii]nvest(?:s|ed|ing|ment of)?|[Pp]uts?) (?:about |around |some |nearly |over |a further |another |up to |more than |at least )?$/;
const into =
  /^ (?:in|into) (?!(?:the )?(?:same|next|last|first|second|third|fourth|coming|end|year|years|whole|long|short)|it\b|them\b|this|that|which|all|total|place|cash|addition|early|late|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|Q\d|H\d|FY|\d)([^,.;:()]{3,60})/;
/** A thing of few words at the beginning of a sentence that gets money: no body that hands it on. */
const gets =
  /(?:^|[.;] )((?!(?:The |A |An |This |That |These |Those |Each |Every |It|They|He|She|We|I|You)\b)[A-Z][a-z-]+(?: (?!will |is |are )[a-z-]+){0,4}?) (?:will |is to |are to )?(?:receives?|gets?|be (?:given|allocated|granted)|is (?:given|allocated|granted)|are (?:given|allocated|granted)) (?:about |around |some |nearly |over |a further |another |an additional |more than |at least )?$/;
const moneyFor =
  /\b(?:budget|funding|spending|expenditure|allocation|investment|provision)s? (?:for|on|in) (?!\d|(?:the )?(?:year|years|period|first|second|fiscal|financial)\b)([a-z][a-z -]{2,48}?) (?:is|was|are|will be|reach(?:es|ed)|amounts to|comes to|stands at|totals?) (?:about |around |nearly |some |over )?$/i;

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

/** `1,800억원 규모의 동반성장 기금을`: the nouns up to their particle. */
function koreanSize(after: string): string | null {
  const run = /^ ?규모의 ([가-힣A-Za-z0-9·]+(?: [가-힣A-Za-z0-9·]+){0,3})/.exec(after)?.[1];
  if (run === undefined) return null;
  const words = run.split(' ');
  const last = words.findIndex((word) => /.[을를이가은는]$/.test(word));
  return last < 0 ? null : clean([...words.slice(0, last), words[last]!.slice(0, -1)].join(' '));
}

/** `항만 정비에 300억원을 투입`, `항만 정비를 위해 …`, `항만 정비 예산은 300억원이다`: what the money is put into, or is. */
function koreanGoal(before: string, after: string): string | null {
  const isSpent =
    /^ ?(?:을|를)? ?(?:[가-힣]{1,6} )?(?:투입|투자|지원|배정|편성|반영|배분|집행|사용|쓴|쓸|썼|쓰|들여|들인|마련)/.test(
      after,
    );
  const isTotal = /^(?:이다|이며|이고|입니다|임(?![가-힣]))/.test(after);
  if (!isSpent && !isTotal) return null;
  const goal = isSpent
    ? /^(.*?)(?: 등)?(?:에(?:는|도)?|[을를] 위(?:해|하여|한)(?:서는|서)?) (?:총|약|모두|최대)? ?$/.exec(before)
    : /^(.*?)[은는] (?:총|약|모두|최대)? ?$/.exec(before);
  const run = /(?:^|[^가-힣A-Za-z0-9·\s] ?)((?:[가-힣A-Za-z0-9·]+ ){0,6}[가-힣A-Za-z0-9·]{2,})$/.exec(
    goal?.[1] ?? '',
  )?.[1];
  if (run === undefined) return null;
  const words = run.split(' ');
  const own = words.slice(
    words.findLastIndex((word) => /\d/.test(word) || (parting.test(word) && !wholeNoun.test(word))) + 1,
  );
  if (own.length === 0 || own.length > 5 || notGoal.test(own.at(-1)!)) return null;
  return clean(own.join(' '));
}

/** Particles that part what is before from the noun phrase behind: not the 도 of 상수도, nor the 의 of a phrase's own. */
const parting = /(?:[은는을를이가에]|에서|으로|까지|부터|보다|하고|하며|하여|이며|따라|위해|통해)$/;
const wholeNoun =
  /^(?:.*(?:국가|평가|증가|물가|상가|농가|작가|전문가|참가|추가|허가|어린이|놀이)|아이|차이|높이|길이)$/;

/** Times, pronouns, and nouns that name no purpose. */
const notGoal =
  /^(?:올해|내년|작년|금년|매년|이번|이것|여기|거기|때문|동안|기간|이후|이전|가운데|우선|향후|당초|연간|경우|전체|총지출|총수입|정부|부처|(?:상|하)반기)$/;

/** Words that stand before an amount and name nothing: times, verbs, measures of comparison. */
const noSubject =
  /^(?:늘어난|줄어든|오른|내린|증가한|감소한|지난해|작년|올해|전년|내년|금년|당초|현재|각각|모두|경우|해마다|매년|이 중|중)$|(?:져|어서|아서|하여|되어|했다|따라|위해|통해|대비|기준|이상|이하|하는|되는|한|된|할|될|규모의)$/;

const particle =
  /(?:[은는을를이의에로와과도]|에만|따른|에서|으로|까지|부터|보다|하고|하며|하여|이며|당|총|약|최대|\d년|\d월)$/;

/** Up to the next figure or clause. */
function trimmed(phrase: string): string | null {
  const cut = phrase.split(
    / (?:and|plus|with|in|over|from|by|per|during|through|of which|while|as|to) (?=[A-Za-z]{0,4}[$€£¥₩₹]?\s?\d)| (?:so|because) | (?:in|over|during|from|between|until|by) (?=the |\d|20)/,
  )[0]!;
  return clean(
    cut
      .split(' ')
      .slice(0, 9)
      .join(' ')
      .replace(/(?: (?:of|for|in|on|to|and|or|with|the|an?))+$/, ''),
  );
}

function clean(phrase: string): string | null {
  const plain = phrase
    .replace(/^(?:the|an?|and|of|for|another|further)\s+/i, '')
    .replace(/[\s:：,·*]+$/, '')
    .trim();
  return plain.length < 2 || !/[A-Za-z가-힣぀-ヿ一-鿿]/.test(plain) ? null : plain;
}
