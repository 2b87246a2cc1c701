/** Finals of the syllable before `다` that a verb or adjective has: ㄴ ㄶ ㅀ ㅄ ㅆ ㅌ ㅍ ㅎ. */
const stems = new Set([4, 6, 15, 18, 20, 25, 26, 27]);

/** Whether a Korean text ends as a sentence does (`한다`, `했습니다`, `하세요`), and not in a noun: `바다`, `개요`, `수요`. */
export function endsInVerb(text: string): boolean {
  const found = /([가-힣])([다요까])[.]?\s*$/.exec(text.slice(-8));
  if (found === null) return false;
  const [, before = '', last] = found;
  if (last === '요') return /[세해예에어아여와워가나군네지래게죠]/.test(before);
  if (last === '까') return /[니을를]/.test(before) || (before.charCodeAt(0) - 0xac00) % 28 === 8;
  return /[이하되니르크]/.test(before) || stems.has((before.charCodeAt(0) - 0xac00) % 28);
}

/**
 * Whether a Korean text ends in a verb of the present, which in a plan tells what is to be done: `설치한다`, `짓는다`, `엽니다`.
 * Adjectives, what is (`입니다`, `있습니다`), what was (`열었습니다`) and what figures or people say (`이른다`, `밝힙니다`) are none.
 */
export function endsInPresent(text: string): boolean {
  const found = /([가-힣]{0,3}?[가-힣])(니다|다)[.)\s]*$/.exec(text.slice(-12));
  if (found === null) return false;
  const [, stem = '', ending] = found;
  const last = finalOf(stem.at(-1)!);
  if (ending === '다') return last === finals.n && !states.test(`${stem}다`);
  if (last !== finals.b || states.test(`${stem}니다`)) return false;
  // `뽑습니다` of the present, `뽑았습니다` of the past
  return (
    !stem.endsWith('습') ||
    (stem.length > 1 && ![finals.ss, finals.bs].some((final) => final === finalOf(stem.at(-2)!)))
  );
}

/** Places of ㄴ, ㅂ, ㅄ and ㅆ among the finals of a syllable, of which Unicode has 28, the first of them none. */
const finals = { n: 4, b: 17, bs: 18, ss: 20 } as const;

const finalOf = (syllable: string): number => (syllable.charCodeAt(0) - 0xac00) % 28;

/** Verbs and adjectives that tell how things are, or what somebody says. */
const states =
  /(?:^입|[가-힣]입|아닙|[크큽]|[가-힣]릅|[많높낮적같좋깊넓좁짧길옳]습|필요합|가능합|중요합|충분합|부족합|동일합|다양합|시급합|어렵|쉽|[가-힣]럽)니다$|(?:이른|따른|이릅|따릅|나타난|나타납|보인|보입|해당한|해당합|차지한|차지합|말한|말합|밝힌|밝힙|뜻한|뜻합|의미한|의미합)(?:다|니다)$|^(?:달한|달합|전한|전합|본|봅|든|듭)(?:다|니다)$/;

/**
 * Whether a Korean stretch of text holds a verb's past participle, which tells of what was done: `침수된 저지대`, `받은
 * 기관`, `무너진 옹벽`. Adjectives (`새로운`, `안전한`), what is done now (`하는`) and nouns (`추진 계획`) are none.
 */
export function hasPastParticiple(text: string): boolean {
  for (const match of text.matchAll(participles)) if (!others.test(match[0])) return true;
  return false;
}

/** Words that end as past participles do, by the syllables that verbs have there. */
const participles =
  /[가-힣]{0,6}(?:된|한|킨|진|린|친|든|낸|[어아나러]난|끝난|[가-힣]온|[나려]간|[옮생맡넘남숨]긴|[쓰보모놓쌓섞깎]인|[주해내려]어?준|[세채배키치태비]운|[받얻겪맺뽑놓심찾막묶넘남잃입닫잡쏟쌓꺾짓]은|지은|이은)(?=\s)/g;

/** Adjectives in 한, 진 and 든, nouns and other words that end like that; the short ones as whole words: `개관한` is none. */
const others =
  /^(?:한|또한|대한|관한|위한|의한|인한|권한|기한|제한|강한|약한|친한|지난|북한|남한|극한|무한|추진|사진|촉진|증진|선진|후진|매진|직진|부진|모든|어린|그린|멋진|값진)$|(?:안전한|필요한|다양한|편리한|쾌적한|우수한|건강한|깨끗한|튼튼한|적합한|적정한|적절한|충분한|공정한|투명한|신속한|정확한|유용한|가능한|시급한|긴급한|중요한|특별한|간편한|저렴한|풍부한|심각한|취약한|행복한|따뜻한|든든한|촘촘한|원활한|균등한|동일한|유사한|대등한|강력한|과감한|새로한|고유한|독특한|유일한|복잡한|단순한|친절한|정밀한|세밀한|꼼꼼한|명확한|완전한|온전한|평등한|지속한|엄격한|한정된|안정된|관련된|이든|최소한|최대한)$/;
