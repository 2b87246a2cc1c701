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

/** Adjectives in 한, 진 and 든, nouns and other words that end like that. */
const others =
  /(?:^한|안전한|필요한|다양한|편리한|쾌적한|우수한|건강한|깨끗한|튼튼한|적합한|적정한|적절한|충분한|공정한|투명한|신속한|정확한|유용한|가능한|시급한|긴급한|중요한|특별한|간편한|저렴한|풍부한|심각한|취약한|행복한|따뜻한|든든한|촘촘한|원활한|균등한|동일한|유사한|대등한|강력한|과감한|새로한|고유한|독특한|유일한|복잡한|단순한|친절한|정밀한|세밀한|꼼꼼한|명확한|완전한|온전한|평등한|지속한|엄격한|강한|약한|또한|대한|관한|위한|의한|인한|권한|기한|제한|한정된|안정된|관련된|추진|사진|촉진|증진|선진|후진|매진|직진|모든|이든|어린|그린|멋진|값진|부진|북한|남한|극한|무한|최소한|최대한|친한|지난)$/;
