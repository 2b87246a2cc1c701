import type { Figure } from '../figures/figure';

/**
 * What a figure comes to, in plain digits that mean the same in every language:
 * `KRW 216,400,000,000` · `2024-07-01 – 2024-12-31` · `50 %` · `52 subjects` · `+24.9 %`.
 * `?` stands where nothing tells.
 */
export function valueOf(figure: Figure): string {
  switch (figure.kind) {
    case 'amount': {
      const per = figure.per === null ? '' : ` / ${figure.per}`;
      return `${bound(figure.qualifier)}${figure.currency ?? '?'} ${size(figure)}${per}`;
    }
    case 'date': {
      const { from, to } = figure;
      return from !== null && from === to ? from : `${from ?? '?'} – ${to ?? '?'}`;
    }
    case 'percent':
      return `${bound(figure.qualifier)}${size(figure)} ${figure.unit === 'percent' ? '%' : '%p'}`;
    case 'count':
      return `${bound(figure.qualifier)}${grouped(figure.value)}${figure.noun === null ? '' : ` ${figure.noun}`}`;
    case 'change':
      return figure.ratio === null
        ? '–'
        : `${figure.ratio < 0 ? '−' : '+'}${grouped(Math.abs(figure.ratio * 100), 1)} %`;
  }
}

/** A number with its thousands set apart by commas, at most `places` decimals. */
export const grouped = (value: number, places = 4): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: places });

const size = ({ value, min, max }: { value?: number; min?: number; max?: number }): string =>
  value !== undefined
    ? grouped(value)
    : `${min === undefined ? '?' : grouped(min)} – ${max === undefined ? '?' : grouped(max)}`;

/** The qualifier as a sign before the value. */
function bound(qualifier: 'exact' | 'about' | 'under' | 'over' | 'min' | 'max'): string {
  switch (qualifier) {
    case 'exact':
      return '';
    case 'about':
      return '≈ ';
    case 'under':
      return '< ';
    case 'over':
      return '> ';
    case 'min':
      return '≥ ';
    case 'max':
      return '≤ ';
  }
}
