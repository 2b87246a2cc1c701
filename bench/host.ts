// What only a real VS Code can show; runs inside its extension host, started by bench.ts.
import * as vscode from 'vscode';

interface Api {
  planOf(uri: vscode.Uri): Promise<unknown>;
}

/** Milliseconds in which the host comes to rest after its start: other extensions wake in it too. */
const quiet = 3000;

/** What VS Code calls. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Api>('planlint.planlint')!;
  const { planOf } = await extension.activate();
  const loading = between('willLoadExtensionCode', 'didLoadExtensionCode', extension.id);
  const waking = between('willActivateExtension', 'didActivateExtension', extension.id);

  const seed = vscode.Uri.joinPath(extension.extensionUri, 'seeds', 'science-ict-2024-pasted.txt');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(seed));
  const small = await vscode.workspace.openTextDocument({ language: 'plaintext', content: text });
  await planOf(small.uri); // loads the parts
  await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', small.uri); // and the grammar
  await new Promise((resolve) => setTimeout(resolve, quiet)); // what else the host does at its start
  const content = text.repeat(Math.ceil(1_400_000 / text.length));
  const large = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  const held = await longestStretch(() => planOf(large.uri));
  console.log(`planlint-result ${JSON.stringify({ loading, waking, held })}`);
}

/** Milliseconds between two of the marks that VS Code itself sets about an extension. */
function between(first: string, last: string, id: string): number {
  interface Mark {
    readonly name: string;
    readonly startTime: number;
  }
  const own = globalThis as { MonacoPerformanceMarks?: { getMarks(): Mark[] } };
  const marks: readonly Mark[] = own.MonacoPerformanceMarks?.getMarks() ?? performance.getEntriesByType('mark');
  const at = (name: string) => marks.find((mark) => mark.name === `code/extHost/${name}/${id}`)?.startTime ?? NaN;
  return at(last) - at(first);
}

/** The longest time in milliseconds for which nothing else had its turn while the work went on. */
async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  Object.assign(port1, {
    onmessage: () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      port2.postMessage(undefined);
    },
  });
  port2.postMessage(undefined);
  await work();
  port1.close();
  return longest;
}
