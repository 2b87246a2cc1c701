import * as vscode from 'vscode';
import type { Plan } from '../plan';
import { isRead } from '../text/block';
import { once } from '../text/once';

/** The language in which views name money and parts: the plan's own; the reader's where the plan is in both. */
export const shownLanguage = (plan: Plan): string =>
  inBoth(plan).yes ? (vscode.env.language.startsWith('ko') ? 'ko' : 'en') : plan.language;

/** The half of a heading that bears both languages (`Train helpers · 과제 2. 도우미 양성`), without its number. */
export function halfOf(title: string, plan: Plan): string {
  if (!inBoth(plan).yes) return title;
  const halves = title.split(/ [·|/–—] /);
  const [first, second] = halves;
  if (halves.length !== 2 || first === undefined || second === undefined) return title;
  if (isHangul(first) === isHangul(second)) return title;
  const half = isHangul(first) === (shownLanguage(plan) === 'ko') ? first : second;
  return half.replace(/^(?:\p{L}{1,12} )?\d{1,3}[.):] /u, '');
}

const isHangul = (text: string): boolean => /[가-힣]/.test(text);

/** Whether a fourth of the text or more is in each of the two languages. */
const inBoth = once(({ blocks }: Plan): { readonly yes: boolean } => {
  const written = blocks.filter(isRead).map(({ language }) => language);
  const least = Math.min(...['en', 'ko'].map((one) => written.filter((language) => language === one).length));
  return { yes: least > 1 && least * 4 >= written.length };
});
