import type { Amount, Role } from './figure';

/**
 * What an amount is, from the words of its clause: the nearest that tells wins, and words before it count before words
 * after it. Null where none does.
 */
export function roleOf(amount: Amount, text: string, start: number, end: number, floor = 0): Role | null {
  const before = clauseBefore(text, start, floor);
  const after = clauseAfter(text, end);
  if (amount.per === 'unit' || unitCost.test(before)) return 'unit-cost';
  const price = amount.per === 'month' || amount.per === 'day' || amount.per === 'hour' || amount.per === 'week';
  const large =
    amount.low.exact.replace('-', '').length > (amount.currency === 'KRW' || amount.currency === 'JPY' ? 8 : 6);
  const deed = deedOf(before, after);
  if (deed !== null) return deed;
  const nearest = nearestBefore(before, large);
  if (nearest === 'ceiling' || amount.qualifier === 'max') return 'ceiling';
  // `A single ticket will cost £2.50`
  if (nearest === 'budget' && !large && pricedCost.test(before)) return 'price';
  if (nearest === 'price' || (amount.qualifier === 'under' && pricedNear.test(before))) return 'price';
  if (ceilingAfter.test(after)) return 'ceiling';
  if (nearest !== null) return nearest;
  if (price && !large) return 'price';
  return roles.find(([, , pattern]) => pattern !== null && pattern.test(after))?.[0] ?? null;
}

/** What is done with the money decides before what is named: `수출 100억 달러 달성`, `costs fall by 5 million`. */
function deedOf(before: string, after: string): Role | null {
  if (goal.test(before) || goalAfter.test(after)) return 'target';
  if (lessBy.test(before) || lessAfter.test(after)) return 'saving';
  if (
    /^ (?:(?:spent|raised|invested|paid|budgeted) )?(?:last year|the year before|a year (?:ago|earlier)|in the previous year)\b/.test(
      after,
    )
  )
    return 'previous';
  if (/^ ?(?:대비|보다|에 비해|에서 올해)/.test(after) && /작년|지난해|전년/.test(before)) return 'previous';
  return null;
}

const goal =
  /\b(?:aim(?:s|ed)? (?:to (?:attract|raise|reach|achieve|export|earn|mobili[sz]e|win)|for|at)|goal (?:is|of)(?: [a-z]+){0,2}|(?:is|are|want|wants|expected|set) to (?:reach|grow to|rise to|attract|exceed|top)|targets? (?:of|is))(?: (?:about|some|at least|over|more than))? $/i;
const goalAfter = /^[을를]? ?(?:달성|유치|돌파)|^[을를] (?:이룬|이룩|이루)/;
const lessBy =
  /\b(?:cuts?|cutting|reduc(?:e|es|ed|ing)|lowers?|trims?) (?:[a-z]+ ){0,3}(?:costs?|bills?|expenses|charges|burden) by (?:about |some )?$|\b(?:costs?|bills?|expenses|charges|burden) (?:to )?(?:will )?(?:falls?|fall|drops?|shrinks?) by (?:about |some )?$/i;
const lessAfter = /^(?:이|가|을|를)? ?(?:아끼|아낀|아낄|절감|절약|덜어)|^(?:이|가)? ?줄어/;

/** Role, words before the amount (in small letters), words after it. */
const roles: readonly (readonly [Role, RegExp, RegExp | null])[] = [
  [
    'ceiling',
    /\b(?:limit|limits|cap|capped|ceiling|threshold|personal allowance|maximum|exempt(?:ion)?|purchases|not exceed(?:ing)?|limited to)\b|한도|상한|공제/,
    null,
  ],
  [
    'price',
    /\b(?:price[sd]?|fees?|charges?|tolls?|fares?|tickets?|tariffs?|tuition|admission|premiums?|allowance|plan|rent|wages?|pension|salary|stipend|vouchers?|rebates?|grant will be|meal)\b|요금|가격|수수료|이용료|통행료|사용료|임금|월급|수당|연금|활동비|상금|(?:입장|관람|주차|보험|수강|이용)료|참가비|등록금|회비/,
    null,
  ],
  [
    'loan',
    /\b(?:loans?|lend(?:ing)?|(?<!universal |tax |carbon )credit(?! )|guarantees?|borrow(?:ing)?|bonds?)\b|융자|대출|보증|차입|채권|지방채|국채|회사채/,
    /^[^,.;]{0,12}(?:융자|대출|보증|저리로|빌려| in loans| of loans| loan)/,
  ],
  [
    'saving',
    /\b(?:sav(?:e|ed|es|ing|ings)|cuts? of|reduced? by|relief)\b|절감|경감|절약/,
    /^[^,.;]{0,14}(?:절감|경감| less| saved| in savings)/,
  ],
  [
    'previous',
    /\b(?:last year|previous(?: year)?|up from|down from|compared with|enacted|year before|than the)\b|(?:작년|지난해|전년)(?!(?: ?동[기월])? ?(?:대비|보다|에 비해))/,
    /^ (?:last year|the year before)|^[^,.;]{0,4}(?:보다|에서 )/,
  ],
  [
    'result',
    /\b(?:exports?|sales|revenues?|turnover|earned|losses|loss|damage|value of|output|trade|reached|deficit|surplus)\b|매출|수출|손실|피해|적자|흑자|생산액|투자액은/,
    null,
  ],
  [
    'budget',
    /\b(?:budgets?|allocat\w+|appropriat\w+|invest\w*|spend\w*|spent|set aside|earmark\w*|fund(?:s|ing|ed)?|outlays?|expenditure|provid\w+|requests?|costs?|inject\w*|programme|project|action|task|measure|strategy|goal|field|thrust|initiative)\b|예산|사업비|투자|투입|지원|국비|시비|도비|군비|지방비|재원|출연|편성|과제|전략/,
    /^[^,.;]{0,24}(?:(?:will be|is|are|has been|have been|was|were) (?:invested|spent|provided|allocated|earmarked|budgeted|set aside)|투입|투자|지원|편성|확보|마련|배정|배분)|^\)? (?:budget|project|programme)/,
  ],
];

const unitCost =
  /(?:\bunit (?:cost|price)|\bper (?:person|household|unit|pupil|student|home) |단가)[^,.;]{0,16}$|\beach of (?:the )?[^,.;]{0,32}$/i;
const pricedNear = /\b(?:plan|devices?|phones?|tickets?|homes?|purchases)\b[^,.;]{0,20}$/i;
const pricedCost =
  /\b(?:tickets?|fares?|pass(?:es)?|licen[cs]es?|permits?|meals?|admission|entry|passports?|cards?)\b[^,.;]{0,16}\bcosts? (?:only |just )?$/i;
const ceilingAfter = /^(?:을|를)? ?(?:한도|이내|이하)/;

/** The words of several roles in one pattern, a group a role. */
interface Words {
  readonly roles: readonly Role[];
  readonly pattern: RegExp;
}

const wordsOf = (list: typeof roles): Words => ({
  roles: list.map(([role]) => role),
  pattern: new RegExp(list.map(([, before]) => `(${before.source})`).join('|'), 'g'),
});
const words = wordsOf(roles);
const wordsButPrices = wordsOf(roles.filter(([role]) => role !== 'price'));

/** The role whose word stands nearest before the amount; a large amount is no price. */
function nearestBefore(before: string, large: boolean): Role | null {
  if (!/[a-z가-힣]{2}/i.test(before)) return null;
  const { roles: order, pattern } = large ? wordsButPrices : words;
  const text = before.toLowerCase();
  let nearest: Role | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    nearest = order[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]!;
    pattern.lastIndex = match.index + 1;
  }
  return nearest;
}

function clauseBefore(text: string, start: number, floor: number): string {
  const window = text.slice(Math.max(floor, start - 90), start);
  const stop = Math.max(
    window.lastIndexOf('. '),
    window.lastIndexOf(';'),
    window.lastIndexOf('다. '),
    window.lastIndexOf(') '),
  );
  return window.slice(stop + 1);
}

function clauseAfter(text: string, end: number): string {
  const window = text.slice(end, end + 50);
  const stop = window.search(/\. |;|[(（]/);
  return stop < 0 ? window : window.slice(0, stop);
}
