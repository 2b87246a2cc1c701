import * as vscode from 'vscode';
import { moveNode, whyNot, type Destination } from '../edits/move';
import { headlineOf } from '../outline/headline';
import { nodeAt, pathAt, walk, type Node } from '../outline/outline';
import type { Span } from '../text/span';
import type { Entry } from './entry';
import { workspaceEdit } from './place';
import type { Plans } from './plans';
import { goTo } from './reveal';

/**
 * Moves a row, the row that is selected in the view, or the task at the cursor before or behind its neighbour: menus give
 * the row, the view's keys `selected`, the command palette nothing.
 */
export function registerMove(plans: Plans, selected: () => Entry | undefined): vscode.Disposable {
  const moving = (command: string, step: 1 | -1) =>
    vscode.commands.registerCommand(command, async (given?: Entry | 'selected') => {
      const entry = given === 'selected' ? selected() : given;
      const editor = vscode.window.activeTextEditor;
      const document = entry?.attention.document ?? editor?.document;
      const plan = document && (await plans.of(document));
      if (document === undefined || plan === undefined) return;
      const path = entry?.path ?? taskAt(plan.outline, editor ? document.offsetAt(editor.selection.active) : 0);
      if (path) await move(plans, document, path, neighbour(plan.outline, path, step));
    });
  return vscode.Disposable.from(moving('planlint.moveUp', -1), moving('planlint.moveDown', 1));
}

/** The index path of the task or strategy that holds the offset, or null. */
function taskAt(outline: readonly Node[], offset: number): readonly number[] | null {
  const path = pathAt(outline, offset) ?? [];
  for (let depth = path.length; depth > 0; depth--) {
    const kind = nodeAt(outline, path.slice(0, depth))?.kind;
    if (kind === 'task' || kind === 'strategy') return path.slice(0, depth);
  }
  return null;
}

/** One place up or down; past the first or last of a strategy into the one before or after. */
function neighbour(outline: readonly Node[], path: readonly number[], step: 1 | -1): Destination {
  const [parent, index] = [path.slice(0, -1), path.at(-1)!];
  const siblings = parent.length === 0 ? outline : nodeAt(outline, parent)!.children;
  const stays = step < 0 ? index > 0 : index < siblings.length - 1;
  if (stays || parent.length === 0) return { parent, index: step < 0 ? Math.max(index - 1, 0) : index + 2 };
  const other = [...parent.slice(0, -1), parent.at(-1)! + step];
  const children = nodeAt(outline, other)?.children;
  if (children === undefined) return { parent, index };
  return { parent: other, index: step < 0 ? children.length : 0 };
}

/** A row on its way: plain data, because the editor writes what is dragged as JSON. */
interface Dragged {
  readonly uri: string;
  readonly path: readonly number[];
}

/** Dragging rows of the view: onto a row of the same kind takes its place, onto its parent goes to the end. */
export function movingByHand(plans: Plans): vscode.TreeDragAndDropController<Entry> {
  const type = 'application/vnd.code.tree.planlint.plan';
  return {
    dragMimeTypes: [type],
    dropMimeTypes: [type],
    handleDrag: (entries, data) => {
      const rows = entries.map(({ attention, path }): Dragged => ({ uri: attention.document.uri.toString(), path }));
      data.set(type, new vscode.DataTransferItem(JSON.stringify(rows)));
    },
    async handleDrop(onto, data) {
      const written = await data.get(type)?.asString();
      const [row, ...others] = JSON.parse(written ?? '[]') as Dragged[];
      if (row === undefined || onto === undefined || row.uri !== onto.attention.document.uri.toString()) return;
      if (others.length > 0) return refuse(vscode.l10n.t('Move one task at a time.'));
      const { document, plan } = onto.attention;
      const node = nodeAt(plan.outline, row.path);
      if (node) await move(plans, document, row.path, destinationOn(node, row.path, onto));
    },
  };
}

function destinationOn(node: Node, from: readonly number[], onto: Entry): Destination {
  if (node.kind !== onto.node.kind) return { parent: onto.path, index: onto.children.length };
  const parent = onto.path.slice(0, -1);
  const index = onto.path.at(-1)!;
  const isBefore = from.slice(0, -1).join() === parent.join() && from.at(-1)! < index;
  return { parent, index: isBefore ? index + 1 : index };
}

/** One change, undone in one step; the cursor goes with the node. */
async function move(plans: Plans, document: vscode.TextDocument, from: readonly number[], to: Destination) {
  const plan = await plans.of(document);
  const node = plan && nodeAt(plan.outline, from);
  if (plan === undefined || node === undefined) return;
  const edits = moveNode(plan, from, to);
  if (edits === null) return refuse(reason(node, whyNot(plan, from, to)));
  if (edits.length === 0) return;
  await vscode.workspace.applyEdit(workspaceEdit(document, edits));
  const moved = await headingOf(plans, document, node);
  const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
  if (editor && moved) goTo(editor, { start: moved.start, end: moved.start });
}

/** Where the node's heading stands now. */
async function headingOf(
  plans: Plans,
  document: vscode.TextDocument,
  { kind, title }: Node,
): Promise<Span | undefined> {
  const plan = await plans.of(document);
  let found: Span | undefined;
  walk(plan?.outline ?? [], (node) => {
    if (node.kind === kind && node.title === title) found ??= node.heading;
  });
  return found;
}

const refuse = (why: string) => void vscode.window.showInformationMessage(why);

function reason(node: Node, why: ReturnType<typeof whyNot>): string {
  if (why === 'itself') return vscode.l10n.t('“{0}” cannot be moved into itself.', headlineOf(node));
  if (node.kind === 'strategy') return vscode.l10n.t('A strategy can only stand beside other strategies.');
  if (node.kind === 'task') return vscode.l10n.t('A task can only stand beside other tasks, under a strategy.');
  return vscode.l10n.t('“{0}” can only stand beside parts of its own kind.', headlineOf(node));
}
