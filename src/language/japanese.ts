import { japaneseMoney, japaneseNumbers } from './japanese-money';
import { japaneseOutline } from './japanese-outline';
import type { Language } from './language';

export const japanese: Language = {
  code: 'ja',
  numbers: japaneseNumbers,
  money: japaneseMoney,
  calendar: {
    months: {},
    weekdays: { 月: 1, 火: 2, 水: 3, 木: 4, 金: 5, 土: 6, 日: 7 },
    seasons: { 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' },
    relativeYears: { 今年: 0, 今年度: 0, 本年: 0, 本年度: 0, 来年: 1, 来年度: 1, 昨年: -1, 昨年度: -1, 前年度: -1 },
    edges: { 初旬: 'early', 上旬: 'early', 中旬: 'mid', 下旬: 'late', 末: 'end', 初め: 'early' },
    relations: { まで: 'by', までに: 'by', から: 'from', 以降: 'from', 頃: 'around', ごろ: 'around' },
    counted: ['人', '件', '円', '億', '万', '個', '社', '校', '台', '戸'],
    labels: ['第'],
    past: ['昨年', '前年', 'ました', 'した'],
    future: ['予定', '見込み'],
  },
  outline: japaneseOutline,
  prose: { openList: [], total: [], subtotal: [], complements: [], verbNouns: [], planNames: [], up: [], down: [] },
};
