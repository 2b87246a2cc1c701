import type { Stated } from './check';
import { comparable, isOfChange, isPercent, type Quantity } from './quantity';
import { share } from './rate-claims';

/**
 * Shares that Korean words join to a part and its whole:
 *
 *     참여 학생은 650명으로 전체 학생 1,000명의 65%    the whole right before its share
 *     폐기물 1,250톤의 64%인 800톤                    the share before its part
 */
export function* koreanShares(
  text: string,
  quantities: readonly Quantity[],
  percents: readonly Quantity[],
): Iterable<Stated> {
  if (!/[가-힣]/.test(text)) return;
  yield* ofWholeNamed(text, quantities, percents);
  yield* ofWholeFirst(text, quantities, percents);
}

/** What a share is followed by where it is said of a part: `60%를 차지한다`, `60%이다`, `60%에 이른다`; not `60% 늘었다`. */
export const isSaid =
  /^(?:[을를]?\s?차지|이[다며고]|입니다|였[다으고]|이었|[를을] 이룬|에 (?:이르|이른|달하|달한|해당|그치|그친))/;

/** `참여 학생은 650명으로 전체 학생 1,000명의 65%였다`: a part, its whole with a name, and the share right behind. */
function* ofWholeNamed(text: string, quantities: readonly Quantity[], percents: readonly Quantity[]): Iterable<Stated> {
  for (const rate of percents) {
    const at = quantities.indexOf(rate);
    const [part, whole] = [quantities[at - 2], quantities[at - 1]];
    if (part === undefined || whole === undefined || part.bound || whole.bound || isOfChange(rate)) continue;
    if (isPercent(part) || !comparable(part, whole) || !/^의\s(?:약\s)?$/.test(text.slice(whole.end, rate.start)))
      continue;
    const between = text.slice(part.end, whole.start);
    if (!/^(?:으로|로),?\s[가-힣·\s]{0,24}$/.test(between) || /늘|줄|확대|증가|감소/.test(between)) continue;
    if (isSaid.test(text.slice(rate.end, rate.end + 8))) yield share(rate.term, part.term, whole.term);
  }
}

/** `폐기물 1,250톤의 64%인 800톤`, `주민 1,200명 중 40%인 480명`: whole, share and part in this order. */
function* ofWholeFirst(text: string, quantities: readonly Quantity[], percents: readonly Quantity[]): Iterable<Stated> {
  for (const rate of percents) {
    const at = quantities.indexOf(rate);
    const [whole, part] = [quantities[at - 1], quantities[at + 1]];
    if (part === undefined || whole === undefined || part.bound || whole.bound || isOfChange(rate)) continue;
    if (isPercent(whole) || !comparable(part, whole)) continue;
    if (!/^(?:의|\s?(?:중|가운데)(?:에서)?)\s(?:약\s)?$/.test(text.slice(whole.end, rate.start))) continue;
    if (/^(?:인|에 해당하는)\s(?:약\s)?$/.test(text.slice(rate.end, part.start)))
      yield share(rate.term, part.term, whole.term);
  }
}
