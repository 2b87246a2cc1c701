import type { Language } from './language';

export const english: Language = {
  code: 'en',
  numbers: { scales: {}, words: {}, ordinals: {} },
  money: { currencies: {}, qualifiersBefore: {}, qualifiersAfter: {}, per: {} },
  calendar: { months: {}, weekdays: {} },
  outline: { labels: {}, closing: [] },
  prose: { openList: [], total: [], subtotal: [], up: [], down: [] },
};
