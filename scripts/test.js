// Runs everything, repeats what failed, and ends with one line `N passed, N failed`.
//   node scripts/test.js [--only static,unit,editor,web,workbench] [--build latest] [--host electron] [--verbose]
//     [--spec NAME]  only test/editor/NAME.spec.ts, or workbench/NAME.spec.ts
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(new URL('.', import.meta.url).pathname, '..');
process.chdir(root);
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    build: { type: 'string', default: 'supported' },
    host: { type: 'string', default: 'server' },
    verbose: { type: 'boolean', default: false },
    grep: { type: 'string' },
    spec: { type: 'string' },
  },
});

const shots = join(root, '.vscode-test/shots');
const total = { passed: 0, failed: 0, skipped: 0 };
/** Told once more at the end, where a reader of a long log looks first. */
const failures = [];
const wanted = options.only?.split(',') ?? ['static', 'unit', 'editor', 'web', 'workbench'];

const phases = {
  /** Formatting, lint, types: one test each, side by side. */
  static: async () => {
    const result = { passed: 0, failed: 0, skipped: 0 };
    const check = async (script) => {
      const [code] = await once(spawn('npm', ['run', '--silent', script], { stdio: 'inherit' }), 'exit');
      result[code === 0 ? 'passed' : 'failed']++;
      if (code !== 0) console.log(`  ✗ npm run ${script}`);
    };
    await Promise.all(['format:check', 'lint', 'types'].map(check));
    return result;
  },

  /** A file of tests a core at a time. */
  unit: () =>
    mocha([
      ...['--reporter', 'dot', '--spec', 'dist/test/*.test.cjs', '--timeout', '20000'],
      ...['--parallel', '--jobs', String(availableParallelism())],
    ]),

  editor: async () => {
    const { workspaceOf } = await import('./vscode/workspace.js');
    const workspace = workspaceOf('seeds', 'test/editor/workspace');
    if (options.host === 'electron') return inElectron(workspace);
    const { runInHost } = await import('./vscode/host.js');
    return runInHost({ tests: join(root, 'dist/test/editor.cjs'), workspace, shots, ...host() });
  },

  /** The same bundle where there is no Node, in a workspace of two folders. */
  web: async () => {
    const { runInHost } = await import('./vscode/host.js');
    const { workspaceOfSeveral } = await import('./vscode/workspace.js');
    const workspace = workspaceOfSeveral('test/editor/workspace', 'seeds');
    return runInHost({ tests: join(root, 'dist/test/editor.web.js'), workspace, web: true, shots, ...host() });
  },

  /** The packed extension, installed, and the workbench driven as a person would. */
  workbench: async () => {
    if (spawnSync(process.execPath, ['scripts/package.js', '--quiet'], { stdio: 'inherit' }).status !== 0) {
      return { passed: 0, failed: 1, skipped: 0 };
    }
    // a click may be lost while the workbench draws itself anew
    const patience = ['--timeout', '60000', '--retries', '1'];
    return mocha(['--reporter', 'spec', '--spec', `dist/test/workbench/${options.spec ?? '*'}.spec.mjs`, ...patience]);
  },
};

if (options.spec === undefined) rmSync(shots, { recursive: true, force: true }); // one spec adds to those of the rest
const only = options.spec === undefined || wanted.includes('workbench') ? [] : ['--spec', options.spec];
if (spawnSync(process.execPath, ['esbuild.js', '--tests', ...only], { stdio: 'inherit' }).status !== 0) total.failed++;
else {
  for (const name of wanted) {
    const from = Date.now();
    console.log(`\n— ${name}`);
    const result = await phases[name]().catch((error) => {
      console.log(`  ✗ ${error.stack ?? error}`);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    for (const key of Object.keys(total)) total[key] += result[key];
    for (const { test, why } of result.failures ?? [])
      failures.push(`✗ ${name}: ${test}\n${why.replace(/^/gm, '    ')}`);
    console.log(
      `— ${name}: ${result.passed} passed, ${result.failed} failed, ${((Date.now() - from) / 1000).toFixed(1)} s`,
    );
  }
}
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function host() {
  return { build: options.build, verbose: options.verbose };
}

/** Runs mocha in a process of its own, its failures printed as they come, its numbers read from a file. */
function mocha(args) {
  mkdirSync('.vscode-test', { recursive: true });
  const file = '.vscode-test/mocha.json';
  rmSync(file, { force: true });
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        'node_modules/mocha/bin/mocha.js',
        ...(args.includes('--spec') ? ['--no-config'] : []),
        ...args.map((arg) => (arg === 'dot' || arg === 'spec' ? 'scripts/mocha-reporter.cjs' : arg)),
        ...['--reporter-option', `style=${args[1]},file=${file}`],
        ...(options.grep === undefined ? [] : ['--grep', options.grep]),
      ],
      { stdio: 'inherit', env: { ...process.env, PLANLINT_BUILD: options.build } },
    );
    const limit = setTimeout(() => child.kill('SIGKILL'), 900_000);
    child.once('exit', () => {
      clearTimeout(limit);
      resolve(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 });
    });
  });
}

/** Where a desktop VS Code can be downloaded: the same specs in it. */
async function inElectron(workspace) {
  const { runTests } = await import('@vscode/test-electron');
  const code = await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist/test/editor.cjs'),
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
    version: JSON.parse(readFileSync('package.json', 'utf8')).engines.vscode.replace('^', ''),
  });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}
