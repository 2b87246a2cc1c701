// Takes the documentation's and the walkthrough's pictures from the real thing: runs the workbench suite and keeps some of what it saw.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';

/** What the suite calls a picture, and the file that shows it. */
const pictures = {
  'hover-amount': 'docs/images/readme-hover.png',
  'light-bulb': 'docs/images/readme-fix.png',
  'look-dark': 'docs/images/readme-dark.png',
  'look-korean': 'docs/images/readme-korean.png',
  'walkthrough-open': 'media/walkthrough/open.png',
  'walkthrough-tree': 'media/walkthrough/tree.png',
  'walkthrough-fix': 'media/walkthrough/fix.png',
};

if (spawnSync(process.execPath, ['scripts/test.js', '--only', 'workbench'], { stdio: 'inherit' }).status !== 0)
  process.exit(1);
mkdirSync('docs/images', { recursive: true });
for (const [from, to] of Object.entries(pictures)) {
  copyFileSync(`.vscode-test/shots/${from}.png`, to);
  console.log(to);
}
