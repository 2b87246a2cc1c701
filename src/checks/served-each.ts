import { solvedExactly } from '../ledger/claim';
import { isTelling } from '../ledger/plausible';
import { placeOf } from '../ledger/term';
import type { Stated } from './check';
import { type Passage, sentencesIn, within } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { isDuration, product } from './unit-price';

/** `140명이 1인당 `, `12개 팀이 팀당 `: those who do it, and how many each of them does it for. */
const doers =
  /^(?:이|가|은|는|에게|에)?,?\s(?:1|한\s)?([가-힣]{1,3})(?:당|마다)\s(?:하루\s|매달\s|월\s)?(?:[가-힣]{2,6}\s)?$/;

/** `씩 어르신 `, `씩 모두 `: between what each does and what all of them do. */
const toAll = /^씩,?\s(?:[가-힣]{2,8}\s){0,3}$/;

/** `2,100명의 안부`, `180곳을`: all of them; not `500명 중`. */
const isAll = /^(?:[을를의에이가은는과와]|이다|입니다|에게)(?![가-힣])/;

/**
 * `생활지원사 140명이 1인당 15명씩 어르신 2,100명을 돌본다`: so many of one kind, each for so many of another, and how many those are
 * together. Where they are far apart, the last number may be of something else.
 */
export function* servedEach(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  if (!/[당마]/.test(text) || !text.includes('씩')) return;
  const quantities = quantitiesIn(passage);
  for (const sentence of sentencesIn(passage)) {
    const inside = within(quantities, sentence).filter((one) => isNumber(text, one));
    for (const [at, each] of inside.entries()) {
      const [many, all] = [inside[at - 1], inside[at + 1]];
      if (many === undefined || all === undefined || !comparable(each, all)) continue;
      const noun = doers.exec(text.slice(many.end, each.start))?.[1];
      if (noun === undefined || !isCountedBy(many, noun)) continue;
      if (!toAll.test(text.slice(each.end, all.start)) || !isAll.test(text.slice(all.end, all.end + 4))) continue;
      const claim = product(all.term, each.term, many.term);
      const made = solvedExactly(claim.equation, placeOf(all.term));
      if (made === null) continue;
      const isNear = made.gt(all.term.value.times('0.4')) && made.lt(all.term.value.times('2.5'));
      if (isNear || isTelling(all.term, made)) yield claim;
    }
  }
}

const isNumber = (text: string, one: Quantity): boolean =>
  !one.bound && !isAmount(one) && !isPercent(one) && !isDuration(text, one);

/** People are counted as 명 and told of one by one as 1인. */
const isCountedBy = ({ unit }: Quantity, noun: string): boolean => {
  const counted = unit.replace(/^count (?:개\s?)?/, '');
  return counted === noun || (counted === '명' && /^(?:인|명|사람)$/.test(noun));
};
