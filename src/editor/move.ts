import * as vscode from 'vscode';
import { moveNode, type Destination } from '../edits/move';
import { nodeAt, pathAt, type Node } from '../outline/outline';
import type { Entry } from './plan-view';
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

/** Dragging rows of the view: onto a row of the same kind takes its place, onto its parent goes to the end. */
export function movingByHand(plans: Plans): vscode.TreeDragAndDropController<Entry> {
  const type = 'application/vnd.code.tree.planlint.plan';
  return {
    dragMimeTypes: [type],
    dropMimeTypes: [type],
    handleDrag: ([entry], data) => {
      if (entry) data.set(type, new vscode.DataTransferItem(entry));
    },
    async handleDrop(onto, data) {
      const entry = data.get(type)?.value as Entry | undefined;
      if (entry === undefined || onto === undefined || entry.attention.document !== onto.attention.document) return;
      await move(plans, entry.attention.document, entry.path, destinationOn(entry, onto));
    },
  };
}

function destinationOn(entry: Entry, onto: Entry): Destination {
  if (entry.node.kind !== onto.node.kind) return { parent: onto.path, index: onto.children.length };
  const parent = onto.path.slice(0, -1);
  const index = onto.path.at(-1)!;
  return { parent, index: entry.parent === onto.parent && entry.path.at(-1)! < index ? index + 1 : index };
}

/** One change, undone in one step; the cursor goes with the node. */
async function move(plans: Plans, document: vscode.TextDocument, from: readonly number[], to: Destination) {
  const plan = await plans.of(document);
  const node = plan && nodeAt(plan.outline, from);
  const edits = plan && moveNode(plan, from, to);
  if (node === undefined || !edits) {
    void vscode.window.showInformationMessage(vscode.l10n.t('It cannot be moved there.'));
    return;
  }
  if (edits.length === 0) return;
  await vscode.workspace.applyEdit(workspaceEdit(document, edits));
  const offset = document.getText().indexOf(node.title);
  const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
  if (editor && offset >= 0) goTo(editor, { start: offset, end: offset });
}
