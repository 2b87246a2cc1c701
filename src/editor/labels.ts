import { labelOf } from '../outline/label';
import type { Node } from '../outline/outline';
import type { Parts } from './parts';

/** The short name of a node. */
export type Labels = (node: Node) => Promise<string>;

/** Most sentences that are remembered. */
const room = 2000;

/** Short names of nodes. The grammar is asked once a sentence, however often the view is drawn while somebody types. */
export function openLabels(parts: Parts): Labels {
  const clauses = new Map<string, ReturnType<typeof clauseOf>>();
  const clauseOf = async (sentence: string) => (await parts.grammar()).clauseOf(sentence);
  const remembered = (sentence: string) => {
    const clause = clauses.get(sentence) ?? clauseOf(sentence);
    if (clauses.size >= room) clauses.clear();
    clauses.set(sentence, clause);
    clause.catch(() => clauses.delete(sentence));
    return clause;
  };
  return (node) => labelOf(node, remembered);
}
