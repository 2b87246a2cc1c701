import type { Figure } from '../../src/figures/figure';

/**
 * A figure's value in one line, as fixtures write it under `--- is`:
 *
 *     KRW 9000000000            amount; `KRW 5000000..7000000 max per month`, `? 500` where the currency is open
 *     2024-07-01..2024-12-31    date; a single day once; ` by`, ` inferred`, ` approximate` after it; `?` for an open end
 *     50%                       percent; `12..15%`, `3%p` for percentage points, `up`/`down` after it
 *     52 subjects               count
 *     0.248                     change: the ratio, three decimals
 */
export function brief(figure: Figure): string {
  switch (figure.kind) {
    case 'amount':
      return words(
        figure.currency ?? '?',
        range(figure),
        figure.qualifier === 'exact' ? '' : figure.qualifier,
        figure.per === null ? '' : `per ${figure.per}`,
      );
    case 'date': {
      const from = figure.from ?? '?';
      const to = figure.to ?? '?';
      return words(
        from === to ? from : `${from}..${to}`,
        figure.relation === 'on' ? '' : figure.relation,
        figure.inferred ? 'inferred' : '',
        figure.approximate ? 'approximate' : '',
      );
    }
    case 'percent':
      return words(
        `${range(figure)}${figure.unit === 'percent' ? '%' : '%p'}`,
        figure.qualifier === 'exact' ? '' : figure.qualifier,
        figure.direction ?? '',
      );
    case 'count':
      return words(String(figure.value), figure.noun ?? '', figure.qualifier === 'exact' ? '' : figure.qualifier);
    case 'change':
      return figure.ratio === null ? '-' : String(Math.round(figure.ratio * 1000) / 1000);
  }
}

const words = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');

const range = ({ value, min, max }: { value?: number; min?: number; max?: number }): string =>
  value === undefined ? `${min}..${max}` : String(value);
