import type { OutlineWords } from './language';

export const japaneseOutline: OutlineWords = {
  labels: {
    戦略: 'strategy',
    目標: 'strategy',
    柱: 'strategy',
    課題: 'task',
    施策: 'task',
    章: 'section',
    節: 'section',
  },
  sections: ['部', '章', '節'],
  otherLabels: ['表', '図', '条', '項'],
  closing: ['最後に'],
  counted: { 戦略: 'strategies', 柱: 'strategies', 課題: 'tasks', 施策: 'tasks' },
  generic: ['はじめに', '背景', '概要', '目的', 'おわりに', '推進体制'],
  gathering: ['施策', '課題', '取組'],
  contents: ['目次'],
  contact: ['お問い合わせ', '問合せ先'],
  said: ['述べた'],
  plan: { 計画: 2, 戦略: 2, 予算: 2, 施策: 2, 推進: 1, 事業: 1, 目標: 1 },
  policy: '政府 支援 強化 整備 促進 億円 兆円'.split(' '),
  future: ['する', '予定', '推進', '実施'],
  notPlan: [
    { word: '第一条', weight: 5 },
    { word: '議事録', weight: 6 },
  ],
};
