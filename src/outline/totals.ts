import type { Amount } from '../figures/figure';
import type { Block } from '../text/block';
import { gather } from '../text/gather';
import type { OtherRole, RoleTotal, Total } from './outline';
import { statedAmounts, withoutParts } from './wholes';

/**
 * Money stated in one place, added up by currency and period. Prices, ceilings, unit costs, loans, savings and last
 * year's figures are not the plan's money, nor are bounds (`an income below …`) and the cells of a table, which has its own
 * totals; the parts of a whole that stands beside them are not counted again.
 */
export function totalsOf(amounts: readonly Amount[], blocks: readonly Block[]): Total[] {
  return summed(withoutParts(amounts.filter(isOwnMoney), blocks));
}

/** The totals that the text itself states among them: `A total of …`, `Budget: …`. */
export const statedTotals = (amounts: readonly Amount[], blocks: readonly Block[]): Total[] =>
  summed(statedAmounts(withoutParts(amounts.filter(isOwnMoney), blocks), blocks));

const otherRoles: readonly OtherRole[] = ['loan', 'saving', 'target', 'result', 'previous'];

/** Whether an amount is money of another role that may be added up; a table has totals of its own. */
export const isOtherMoney = ({ role, value, per, cell }: Amount): boolean =>
  value !== undefined && per === null && cell === null && otherRoles.some((other) => other === role);

/** Money of other roles, by role, in the order in which the roles first come; an amount that is said again counts once. */
export function otherTotalsOf(amounts: readonly Amount[]): RoleTotal[] {
  const byRole = new Map<OtherRole, Amount[]>();
  for (const amount of amounts) gather(byRole, amount.role as OtherRole, amount);
  return [...byRole].flatMap(([role, all]) => summed(saidOnce(all)).map((total) => ({ role, ...total })));
}

const saidOnce = (amounts: readonly Amount[]): Amount[] => {
  const said = new Map(amounts.map((amount) => [`${amount.value}|${amount.currency}|${amount.period?.from}`, amount]));
  return [...said.values()];
};

function summed(amounts: readonly Amount[]): Total[] {
  const sums = new Map<string, { total: Total; parts: number[] }>();
  for (const amount of amounts) {
    const key = `${amount.currency ?? ''}|${amount.period?.from ?? ''}|${amount.period?.to ?? ''}`;
    const sum = sums.get(key);
    if (sum) sum.parts.push(amount.value!);
    else
      sums.set(key, { total: { currency: amount.currency, value: 0, period: amount.period }, parts: [amount.value!] });
  }
  return [...sums.values()].map(({ total, parts }) => ({ ...total, value: round(added(parts)) }));
}

const isOwnMoney = ({ role, value, per, cell, qualifier }: Amount): boolean =>
  value !== undefined &&
  per === null &&
  cell === null &&
  (role === 'budget' || (role === null && qualifier !== 'under' && qualifier !== 'max'));

/** The sum, the parts of a whole left out where the whole stands beside them. */
function added(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const whole = Math.max(...values);
  return values.length > 2 && Math.abs(sum - 2 * whole) <= whole * 0.002 ? whole : sum;
}

/** Sums of decimal figures shed the dust of binary fractions; sub-units have at most four places. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4;
