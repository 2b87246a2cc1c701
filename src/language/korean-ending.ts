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
