import { headlineOf, numberOf } from '../outline/headline';
import { labelOf } from '../outline/label';
import { walk, type Node } from '../outline/outline';
import type { Plan } from '../plan';
import type { Parts } from './parts';
import { halfOf } from './shown-language';

/** The short name of a node, without its number. */
export type Labels = (node: Node) => Promise<string>;

/** Its number and its short name, in the reader's language where the plan has two; its words where it has no name. */
export async function nameOf(node: Node, plan: Plan, label: Labels): Promise<string> {
  const name = halfOf(await label(node), plan);
  return name === '' ? headlineOf(node) : numberOf(node) + name;
}

/** The names of all nodes of a plan. */
export async function namesOf(plan: Plan, label: Labels): Promise<ReadonlyMap<Node, string>> {
  const nodes: Node[] = [];
  walk(plan.outline, (node) => nodes.push(node));
  return new Map(await Promise.all(nodes.map(async (node) => [node, await nameOf(node, plan, label)] as const)));
}

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
