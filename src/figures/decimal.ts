/**
 * Exact decimal numbers as plain strings (`-1234.5`; no exponent, no leading zeros, no trailing zeros after the point).
 * Amounts of money pass through these and never through binary floating point.
 */
export type Decimal = string;

/** The number without needless zeros: `007.50` → `7.5`, `-0` → `0`. `text` is digits with at most one point and sign. */
export function decimal(text: string): Decimal {
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  const point = digits.indexOf('.');
  if (point < 0 && !negative) return withoutLeadingZeros(digits);
  const whole = point < 0 ? digits : digits.slice(0, point);
  const part = point < 0 ? '' : digits.slice(point + 1);
  const integer = withoutLeadingZeros(whole);
  const fraction = withoutTrailingZeros(part);
  if (integer === '0' && fraction === '') return '0';
  return `${negative ? '-' : ''}${integer}${fraction === '' ? '' : `.${fraction}`}`;
}

/** `value × 10^power`; `power` may be negative. */
export function shifted(value: Decimal, power: number): Decimal {
  if (power === 0 || value === '0') return value;
  // Mostly a scale word behind whole digits, or behind a few decimals.
  if (power > 0 && value.charCodeAt(0) !== 48 && value.charCodeAt(1) !== 48) {
    const places = placesOf(value);
    if (places === 0) return value + zeros(power);
    if (places <= power && !value.startsWith('-')) {
      const whole = value.length - places - 1;
      return value.slice(0, whole) + value.slice(whole + 1) + zeros(power - places);
    }
  }
  const negative = value.startsWith('-');
  const digits = negative ? value.slice(1) : value;
  const point = digits.indexOf('.');
  const all = point < 0 ? digits : digits.slice(0, point) + digits.slice(point + 1);
  const at = (point < 0 ? digits.length : point) + power;
  const moved =
    at <= 0
      ? `0.${'0'.repeat(-at)}${all}`
      : at >= all.length
        ? all + '0'.repeat(at - all.length)
        : `${all.slice(0, at)}.${all.slice(at)}`;
  return decimal(negative ? `-${moved}` : moved);
}

export function sum(a: Decimal, b: Decimal): Decimal {
  if (a === '0') return b;
  if (b === '0') return a;
  const places = Math.max(placesOf(a), placesOf(b));
  return fromUnits(toUnits(a, places) + toUnits(b, places), places);
}

export function product(a: Decimal, b: Decimal): Decimal {
  const left = placesOf(a);
  const right = placesOf(b);
  return fromUnits(toUnits(a, left) * toUnits(b, right), left + right);
}

export const negated = (value: Decimal): Decimal =>
  value === '0' ? value : value.startsWith('-') ? value.slice(1) : `-${value}`;

/** Negative, zero or positive, as for sorting. */
export function compare(a: Decimal, b: Decimal): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const difference = toUnits(a, places) - toUnits(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Half of a step, exactly. */
export const half = (value: Decimal): Decimal => product(value, '0.5');

/** How many digits stand after the point. */
export function placesOf(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/** With commas between thousands: `1234567.5` → `1,234,567.5`. */
export function grouped(value: Decimal): string {
  const point = value.indexOf('.');
  const whole = point < 0 ? value : value.slice(0, point);
  const first = whole.startsWith('-') ? 1 : 0;
  let result = point < 0 ? '' : value.slice(point);
  let end = whole.length;
  for (; end - first > 3; end -= 3) result = `,${whole.slice(end - 3, end)}${result}`;
  return whole.slice(0, end) + result;
}

/** `count` zeros. */
const zeros = (count: number): string => short[count] ?? '0'.repeat(count);
const short = Array.from({ length: 25 }, (_, count) => '0'.repeat(count));

const toUnits = (value: Decimal, places: number): bigint => {
  const own = placesOf(value);
  const digits = own === 0 ? value : value.replace('.', '');
  return BigInt(digits + '0'.repeat(places - own));
};

function fromUnits(units: bigint, places: number): Decimal {
  if (places === 0) return units.toString();
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(places + 1, '0');
  return decimal(`${negative ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

function withoutLeadingZeros(digits: string): string {
  let from = 0;
  while (from < digits.length - 1 && digits.charCodeAt(from) === 48) from++;
  return digits === '' ? '0' : digits.slice(from);
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}
