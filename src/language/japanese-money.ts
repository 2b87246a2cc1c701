import type { MoneyWords, NumberWords } from './language';

export const japaneseNumbers: NumberWords = {
  scales: {
    十: '10',
    百: '100',
    千: '1000',
    万: '10000',
    百万: '1000000',
    千万: '10000000',
    億: '100000000',
    十億: '1000000000',
    兆: '1000000000000',
  },
  words: {},
  ordinals: {},
};

export const japaneseMoney: MoneyWords = {
  currencies: {
    円: 'JPY',
    ドル: 'USD',
    米ドル: 'USD',
    ユーロ: 'EUR',
    ポンド: 'GBP',
    ウォン: 'KRW',
    元: 'CNY',
    人民元: 'CNY',
  },
  signs: {},
  minor: {},
  doubtful: ['元'],
  qualifiersBefore: { 約: 'about', およそ: 'about', 最大: 'max', 最低: 'min' },
  qualifiersAfter: { 以内: 'max', 以下: 'max', 未満: 'under', 以上: 'min', 超: 'over', 程度: 'about', 前後: 'about' },
  per: { 年: 'year', 年間: 'year', 毎年: 'year', 月: 'month', 毎月: 'month', 日: 'day', 毎日: 'day' },
};
