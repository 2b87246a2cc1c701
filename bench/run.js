// Speed of the built library, beside peers that read part of what it reads, in one run.
//   node esbuild.js --minify && node bench/run.js [--seconds N]
// A row is the best of several runs, so that a busy machine shows in the spread and not in the figure.
import { readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import * as chrono from 'chrono-node';
import { analyzePlan, openPlan } from '../dist/core.js';

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '1' } } });
const seed = readFileSync(new URL('../seeds/science-ict-2024.md', import.meta.url), 'utf8');
const korean = readFileSync(new URL('../seeds/안전-2026.md', import.meta.url), 'utf8');
const pasted = readFileSync(new URL('../seeds/science-ict-2024-pasted.txt', import.meta.url), 'utf8');

console.log(`${'what'.padEnd(52)} ${'best'.padStart(10)} ${'median'.padStart(10)} ${'MB/s'.padStart(8)}`);

section('A whole document, cold');
row('plan in Markdown', seed, (text) => analyzePlan(text, { path: 'plan.md' }));
row('the same pasted from a web page', pasted, (text) => analyzePlan(text, { path: 'plan.txt' }));
row('Korean plan', korean, (text) => analyzePlan(text, { path: 'plan.md' }));
row('peer: chrono-node, dates alone', seed, (text) => chrono.parse(text));

section('Growth: the time should grow as the text does');
for (const times of [1, 4, 16]) {
  const text = grown(seed, times);
  row(`${times} plans in one Markdown file`, text, () => analyzePlan(text, { path: 'plan.md' }));
}
for (const times of [1, 4, 16]) {
  const text = 'We spend KRW 3 billion in 2024, then 4 billion won, '.repeat(100 * times);
  row(`one paragraph of ${Math.round(text.length / 1000)} kB`, text, () => analyzePlan(text));
}

section('A keystroke in an open document');
for (const times of [1, 16]) {
  const text = grown(seed, times);
  const at = text.indexOf('Task 2');
  const session = openPlan(text, { path: 'plan.md' });
  let on = false;
  row(`${Math.round(text.length / 1000)} kB`, text, () => {
    on = !on;
    session.edit(on ? [{ start: at, end: at, newText: 'x' }] : [{ start: at, end: at + 1, newText: '' }]);
  });
}

section('The command line, from start to end');
const node = best(() => spawnSync(process.execPath, ['-e', '0']));
print('node -e 0', node, null);
const check = best(() => spawnSync(process.execPath, ['dist/cli.js', 'check', 'seeds/science-ict-2024.md']));
print('planlint check, one plan', check, null);
console.log(`  ${(check.best / node.best).toFixed(1)} times node -e 0`);

section('Weight');
for (const file of ['core.js', 'cli.js', 'extension.cjs', 'extension.web.js']) {
  console.log(`  ${file.padEnd(50)} ${(statSync(new URL(`../dist/${file}`, import.meta.url)).size / 1000).toFixed(0)} kB`);
}

function section(title) {
  console.log(`\n${title}`);
}

function row(name, text, run) {
  print(
    name,
    best(() => run(text)),
    text.length,
  );
}

function print(name, { best: least, median }, size) {
  const speed = size === null ? '' : (size / 1000 / least).toFixed(2);
  console.log(`  ${name.padEnd(50)} ${ms(least)} ${ms(median)} ${speed.padStart(8)}`);
}

function ms(time) {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`.padStart(10);
}

/** Runs until the time is up, at least five times: the least and the middle time in milliseconds. */
function best(run) {
  const times = [];
  const end = performance.now() + Number(options.seconds) * 1000;
  while (times.length < 5 || (performance.now() < end && times.length < 1000)) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { best: times[0], median: times[times.length >> 1] };
}

/** Several plans in one text, their figures varied so that nothing is the same twice. */
function grown(text, times) {
  return Array.from({ length: times }, (_, index) =>
    text.replace(/\d(?=\d*\.\d)/g, (digit) => String((Number(digit) + index) % 10 || 1)),
  ).join('\n\n');
}
