import type { Amount } from '../figures/figure';
import { plainTitle } from '../ledger/subject';
import type { Term } from '../ledger/term';
import { overlaps } from '../text/span';
import type { Mention } from './amount-mentions';
import { termOfFigure, type Valued } from './figure-term';
import type { NodeBudget } from './node-budget';
import type { Placed } from './passage';

/**
 * `S$1.4 billion for Thrust 1`, `KRW 98.6 billion for open data`, `데이터 개방 986억원`: a sentence that names a strategy or
 * task by its number or its title, and what that part states as its own. Pairs of the two terms, equal or not.
 */
export function* partMentions(budgets: readonly NodeBudget[], mentions: readonly Mention[]): Iterable<[Term, Term]> {
  const subjects = mentions.map(({ passage, placed }) => subjectsOf(passage.text, placed).map(plainTitle));
  for (const budget of budgets) {
    const { node, amount, place } = budget;
    if (place === 'opening' || isFormLine(node.title)) continue;
    const title = plainTitle(titleOf(node.title, amount.text));
    const marker = node.marker === null ? '' : plainTitle(node.marker.replace(/^[^\p{L}]*/u, ''));
    const isLabel = node.style === 'label' && /\p{L}.*\d|\p{L}{3} [A-H]$/u.test(node.marker ?? '');
    for (const [index, { placed, term }] of mentions.entries()) {
      const { figure } = placed;
      if (
        figure === amount ||
        overlaps(node.heading, figure) ||
        figure.currency !== amount.currency ||
        figure.per !== null
      )
        continue;
      const isNamed = subjects[index]!.some(
        (name) => name.length >= 2 && (name === title || (isLabel && name === marker) || isBehindTopic(name, title)),
      );
      if (isNamed) yield [term, termOfFigure(amount as Valued)];
    }
  }
}

/** A title without its amount, and without the text that may follow behind its bracket. */
function titleOf(title: string, amount: string): string {
  const named = /^(.{2,60}?)\s?[(（]\s?$/.exec(title.slice(0, Math.max(0, title.indexOf(amount))))?.[1];
  return named ?? title.replace(amount, '');
}

/** `올해 가장 큰 사업은 월세 지원`: the title behind a topic and its particle, without spaces. */
const isBehindTopic = (name: string, title: string): boolean =>
  title.length >= 4 &&
  /[가-힣]/.test(title) &&
  name.endsWith(title) &&
  /^(?!.*(?:작년|지난해|전년|내년|당초|\d년)).*[가-힣][은는]$/.test(name.slice(0, -title.length));

/** `③ 사 업 비 : 2,460,000천원`: a line that every project of a plan has. */
const isFormLine = (title: string): boolean =>
  /^(?:총)?(?:사업비|예산|소요예산|소요액|투자액|금액|지원금|재원|budget|cost|funding|total)/.test(plainTitle(title));

/** The phrases right beside an amount that may say what it is for. */
function subjectsOf(text: string, { start, end }: Placed<Amount>): string[] {
  const after =
    /^\s+(?:(?:is|are|goes|go|will go)\s+)?(?:for|to|on|in|under)\s+(?:the\s+)?([^,.;:()]{2,60}?)(?=\s+(?:and|in|over|from|by|with)\b|[,.;:()]|$)/i.exec(
      text.slice(end, end + 80),
    )?.[1];
  const before = /(?:^|[,·:;(（]|으로|이며|및)\s*([가-힣A-Za-z][가-힣A-Za-z0-9 ·-]{1,24})\s*[(（]?$/.exec(
    text.slice(Math.max(0, start - 30), start).replace(/(?:에|은|는|이|가)\s*$/, ''),
  )?.[1];
  return [after, before].filter((phrase) => phrase !== undefined);
}
