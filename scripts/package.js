// Packs the extension (built minified by `vscode:prepublish`) into planlint-<version>.vsix.   node scripts/package.js [--quiet]
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

process.chdir(join(new URL('.', import.meta.url).pathname, '..'));
const quiet = process.argv.includes('--quiet');
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = `${name}-${version}.vsix`;

run('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', file);
console.log(`${file}: ${(statSync(file).size / 1024).toFixed(0)} KB`);

function run(script, ...args) {
  const result = spawnSync(process.execPath, [script, ...args], {
    stdio: quiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  console.error(result.stdout ?? '', result.stderr ?? '');
  process.exit(result.status ?? 1);
}
