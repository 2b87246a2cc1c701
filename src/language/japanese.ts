import type { Language } from './language';

export const japanese: Language = {
  code: 'ja',
  numbers: { scales: {}, words: {}, ordinals: {} },
  money: { currencies: {}, qualifiersBefore: {}, qualifiersAfter: {}, per: {} },
  calendar: { months: {}, weekdays: {} },
  outline: { labels: {}, closing: [] },
  prose: { openList: [], total: [], subtotal: [], up: [], down: [] },
};
