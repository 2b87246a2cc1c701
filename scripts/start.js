// The main job on a sample plan: prints its outline and findings, then serves a real VS Code with the extension and
// seeds/ open, at an address of this machine only, until Ctrl-C.
//   node scripts/start.js [--check] [--port N] [PLAN]
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cache, installVSCode } from './vscode/install.js';
import { startServer } from './vscode/server.js';

const root = resolve(new URL('.', import.meta.url).pathname, '..');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
});
const plan = resolve(positionals[0] ?? join(root, 'seeds', 'science-ict-2024-pasted.txt'));

node(join(root, 'esbuild.js'));
console.log(`\n${plan.startsWith(root) ? plan.slice(root.length + 1) : plan}\n`);
node('dist/cli.js', 'outline', plan);
console.log();
const status = node('dist/cli.js', 'check', '--fail-on', 'error', plan);
if (options.check) process.exit(status);

const data = join(cache, 'start');
const vscode = installVSCode();
copyExtension(join(data, 'extensions'));
const token = randomBytes(16).toString('hex');
const settings = { 'git.openRepositoryInParentFolders': 'never' }; // no question about this repository
const server = await startServer({ vscode, data, token, port: Number(options.port), settings });
const query = new URLSearchParams({
  tkn: token,
  folder: join(root, 'seeds'),
  payload: JSON.stringify([
    ['openFile', `vscode-remote://127.0.0.1:${server.port}${plan.split('/').map(encodeURIComponent).join('/')}`],
  ]),
});
const address = `http://127.0.0.1:${server.port}/?${query}`;
console.log(
  `\nVS Code ${vscode.vscode} with Planlint, seeds/ and the plan above is at\n\n  ${address}\n\nCtrl-C ends it.`,
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    await server.stop();
    process.exit(0);
  });
}

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (args[0].endsWith('esbuild.js') && status !== 0) process.exit(status ?? 1);
  return status ?? 1;
}

/**
 * The extension as it stands in this folder, under the name that VS Code expects of an installed one. A copy: VS Code
 * tells by the real path which extension asks, and a linked one would go without its translations.
 */
function copyExtension(extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  rmSync(extensions, { recursive: true, force: true });
  const home = join(extensions, `${publisher}.${name}-${version}`);
  mkdirSync(home, { recursive: true });
  const shipped =
    /^(?:package(?:\.nls.*)?\.json|README\.md|CHANGELOG\.md|LICENSE|dist|syntaxes|l10n|schemas|media|docs|seeds)$/;
  for (const entry of readdirSync(root)) {
    if (!shipped.test(entry) || !existsSync(join(root, entry))) continue;
    const filter = (path) => !/\.map$|dist.test$/.test(path);
    cpSync(join(root, entry), join(home, entry), { recursive: true, filter });
  }
}
