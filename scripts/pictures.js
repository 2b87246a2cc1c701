// Takes the documentation's and the walkthrough's pictures from the real thing: runs the workbench suite and keeps some of what it saw.
//   node scripts/pictures.js [--taken]  with --taken keeps what the last run saw
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';

/** What the suite calls a picture, and the file that shows it. */
const pictures = {
  'hover-light': 'docs/images/readme-hover.png',
  'light-bulb': 'docs/images/readme-fix.png',
  'tree-dark': 'docs/images/readme-dark.png',
  'preview-light': 'docs/images/readme-preview.png',
  'korean-problems-light': 'docs/images/readme-korean.png',
  'bilingual-light': 'docs/images/readme-bilingual.png',
  ...Object.fromEntries(
    ['open', 'look', 'fix'].flatMap((step) => [
      [`walkthrough-${step}-light`, `media/walkthrough/${step}.png`],
      [`walkthrough-${step}-dark`, `media/walkthrough/${step}-dark.png`],
      [`walkthrough-${step}-contrast`, `media/walkthrough/${step}-contrast.png`],
      [`walkthrough-${step}-ko-light`, `media/walkthrough/${step}-ko.png`],
      [`walkthrough-${step}-ko-dark`, `media/walkthrough/${step}-ko-dark.png`],
    ]),
  ),
};

const taken = process.argv.includes('--taken');
const suite = ['scripts/test.js', '--only', 'workbench'];
if (!taken && spawnSync(process.execPath, suite, { stdio: 'inherit' }).status !== 0) process.exit(1);
mkdirSync('docs/images', { recursive: true });
for (const [from, to] of Object.entries(pictures)) {
  copyFileSync(`.vscode-test/shots/${from}.png`, to);
  console.log(to);
}
