import type { GridCell } from './grid';

/** What the headings of a table's columns say of their figures. */

/** `㎡당(만원)`, `1인당 지원액`; not `당초`. */
const forEach = /(?:㎡|²|인|명|가구|세대|호|개소|곳|대|건|회|km|ha|톤|점)\s?당(?!초|년|해)/;

/** Growth, shares, averages and prices: figures that no sum can be made of. */
export function isRate(header: string, cells: readonly GridCell[]): boolean {
  if (/률|율|단가|평균|비중|구성비|평점|지수|순위|배율|%/.test(header) || forEach.test(header)) return true;
  if (
    /\b(?:rate|ratio|average|mean|per|unit (?:cost|price)|price|index|growth|rank|percent(?:age)?|median)\b/i.test(
      header,
    )
  ) {
    return true;
  }
  if (/\bshare\b/i.test(header) && !areFunds(cells)) return true;
  return cells.length > 0 && cells.every((cell) => cell.kind === 'percent');
}

/** `Central share`, `State share` over amounts: what each pays, no rate of anything. */
const areFunds = (cells: readonly GridCell[]): boolean =>
  cells.some(({ value }) => value > 100) && cells.every(({ kind }) => kind !== 'percent');

/** A difference of two other columns. */
export const isDifference = (header: string): boolean =>
  /증감|증가|감소|차이|차액|\b(?:change|difference|increase|decrease|variance|diff|net)\b|\+\/[-−]|±/i.test(header);

/** A growth rate in per cent. */
export const isGrowth = (header: string): boolean =>
  /증감률|증감율|증가율|감소율|신장률|증감\s*\(?%|\b(?:growth|change|increase|variation)\b/i.test(header);

/** The mean of the growth over all years of a table, which follows from no two of its columns alone. */
export const isMeanGrowth = (header: string): boolean =>
  /연평균|\b(?:CAGR|compound|average annual|annual average|mean annual)\b/i.test(header);

/** A share of a whole in per cent. */
export const isShare = (header: string): boolean =>
  /비중|구성비|점유율|비율|\b(?:share|proportion|percentage|per ?cent of|% of)\b|^\s*\(?%\)?\s*$/i.test(header);
