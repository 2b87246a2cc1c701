import type { Declared, Node } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { contains } from '../text/span';
import { namedTargets } from './slip';

/** The parts that are meant: those that bear the noun as their label, else all strategies or all tasks. */
export function membersOf(plan: PlanFacts, { noun, what, start }: Declared, nodes: readonly Node[]): Node[] {
  const word = noun.toLowerCase();
  const labelled = new Map<number, string>();
  const targets = namedTargets(plan).filter(({ kind }) => kind !== 'caption');
  // `strategic goals` are those, where `performance goals` are counted too.
  const labels = [...new Set(targets.map(({ label }) => label))];
  const whole = labels.filter((label) => isNamed(word, label));
  const meant = new Set((whole.length > 0 ? whole : labels).filter((label) => namesOneOf(word, label)));
  for (const { label, number, block } of targets) if (meant.has(label)) labelled.set(block, number);
  const byLabel = outermost(nodes, labelled);
  const ofKind = whole.length === 0 ? partsOfKind(plan, noun, nodes, byLabel) : null;
  if (ofKind !== null) return ofKind;
  if (byLabel.length > 1) return inOwnPart(byLabel, nodes, start);
  // `2. Pillar 1: Living on the islands`, `3.1 목표 1: 사고 없는 항만`: of numbered sections those that bear the noun are meant.
  const titled = new Map<number, string>();
  for (const { title, blocks } of nodes) {
    const [, label, number] =
      /^([A-Za-z]{3,}|[가-힣]{2,6}) (\d{1,2}|[A-H]|[IVX]{1,4})[.:)–—-]?(?:\s|$)/.exec(title) ?? [];
    if (label !== undefined && namesOneOf(word, label.toLowerCase())) titled.set(blocks[0], number!);
  }
  const byTitle = outermost(nodes, titled);
  if (byTitle.length > 1) return byTitle;
  if (what === 'other') return [];
  const kind = what === 'strategies' ? 'strategy' : 'task';
  return inOwnPart(
    nodes.filter((node) => node.kind === kind),
    nodes,
    start,
  );
}

/**
 * All of the parts; of a count that stands in the text of a numbered chapter with tasks of its own (`3. 전략과 과제`), where other
 * chapters have some too (`2.1 현황`), those of its own chapter. What bears its label in writing (`과제 1`) is counted everywhere.
 */
function inOwnPart(parts: readonly Node[], nodes: readonly Node[], start: number): Node[] {
  const areBare = parts.every(({ kind, marker }) => kind === 'task' && /^\d[\d.]*$/.test(marker ?? ''));
  const chapter = nodes.find(
    (node) => node.kind === 'strategy' && node.heading.end <= start && start < node.end && node.children.length > 0,
  );
  const own = !areBare || chapter === undefined ? [] : parts.filter((node) => contains(chapter, node));
  return own.length > 0 ? own : [...parts];
}

/** The nodes at whose heads the numbers stand. `### Phase 1 milestones` within `## Phase 1: Rules` is no other phase. */
function outermost(nodes: readonly Node[], numbers: ReadonlyMap<number, string>): Node[] {
  const last = new Map<string, Node>();
  return nodes.filter((node) => {
    const number = numbers.get(node.blocks[0]);
    if (number === undefined) return false;
    const own = last.get(number);
    if (own !== undefined && contains(own, node)) return false;
    last.set(number, node);
    return true;
  });
}

/**
 * `three Shared Actions`: the parts within the section of that name; none where other counts tell that there are several
 * kinds (`six Agency Actions`). Null where the noun names no kind.
 */
function partsOfKind(plan: PlanFacts, noun: string, nodes: readonly Node[], parts: readonly Node[]): Node[] | null {
  const isKind = (other: string): boolean => /^[A-Z].* /.test(other);
  if (!isKind(noun)) return null;
  const word = noun.toLowerCase();
  const section = nodes.find(({ title, children }) => children.length > 0 && title.trim().toLowerCase() === word);
  const within = section === undefined ? [] : parts.filter((node) => node !== section && contains(section, node));
  if (within.length > 0) return within;
  const head = word.slice(word.lastIndexOf(' '));
  const areSeveral = plan.declared.some(
    (other) => isKind(other.noun) && other.noun.toLowerCase() !== word && other.noun.toLowerCase().endsWith(head),
  );
  return areSeveral ? [] : null;
}

/** Whether the noun ends with the whole label: `key performance goals` with `performance goal`. */
const isNamed = (noun: string, label: string): boolean => label.includes(' ') && noun.replace(/s$/, '').endsWith(label);

/** Whether the label's last word, of one thing or of several, stands in the noun. */
function namesOneOf(noun: string, label: string): boolean {
  const last = label.slice(label.lastIndexOf(' ') + 1);
  const plural = last.endsWith('y') ? `${last.slice(0, -1)}ies` : `${last}s`;
  return (
    new RegExp(`(?:^|\\s)(?:${last}|${plural})(?:$|\\s)`).test(noun) || (/[가-힣]/.test(last) && noun.endsWith(last))
  );
}
