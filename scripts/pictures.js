// Takes the documentation's pictures from the real thing: runs the workbench suite and keeps some of what it saw.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';

/** What the suite calls a picture, and what the documentation calls it. */
const pictures = {
  'hover-amount': 'readme-hover',
  'light-bulb': 'readme-fix',
  'look-dark': 'readme-dark',
  'look-korean': 'readme-korean',
};

if (spawnSync(process.execPath, ['scripts/test.js', '--only', 'workbench'], { stdio: 'inherit' }).status !== 0)
  process.exit(1);
mkdirSync('docs/images', { recursive: true });
for (const [from, to] of Object.entries(pictures)) {
  copyFileSync(`.vscode-test/shots/${from}.png`, `docs/images/${to}.png`);
  console.log(`docs/images/${to}.png`);
}
