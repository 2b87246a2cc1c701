// Speed beside peers and beside a plain scan of the same text, all in one run.   npm run bench [-- --only word]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as chrono from 'chrono-node';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { analyzePlan, openPlan } from '../src/core';
import { recognise } from '../src/figures/recognise';
import { readPlain } from '../src/text/plain';
import { timePerCheck } from './checks';
import { best, inTurn, p95, scan, settled } from './clock';
import { adversarial, texts } from './texts';

const { values: options } = parseArgs({ options: { only: { type: 'string' } } });

interface Result {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly holds: boolean;
}

const results: Result[] = [];
const note = (what: string, measured: string, bar: string, holds: boolean): void => {
  results.push({ what, measured, bar, holds });
  console.log(`${holds ? '  ' : '! '}${what.padEnd(62)} ${measured.padStart(34)}   (${bar})`);
};
const ratio = (value: number): string => `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ×`;
const wanted = (name: string): boolean => options.only === undefined || name.includes(options.only);

if (wanted('recognise')) {
  for (const [name, text] of [
    ['English', texts.english(1_400_000)],
    ['Korean', texts.korean(1_400_000)],
  ] as const) {
    const blocks = readPlain(text);
    const floor = best(() => scan(text), 10);
    const ours = best(() => blocks.forEach((block, index) => recognise(block, index, null)), 10);
    note(
      `recognising all kinds of figures, ${name}, 1.4 MB`,
      `${ratio(ours / floor)} scan`,
      '≤ 25 × scan',
      ours / floor <= 25,
    );
    if (name === 'Korean') continue;
    const part = blocks.slice(0, blocks.length >> 3);
    const oursPart = best(() => part.forEach((block, index) => recognise(block, index, null)));
    const peer = best(() => part.forEach((block) => chrono.parse(block.reading.text)), 1);
    note('… beside chrono-node, a paragraph at a time', ratio(peer / oursPart), '≥ 3 ×', peer / oursPart >= 3);
    const { default: nlp } = await import('compromise');
    const few = blocks.slice(0, 120);
    const oursFew = best(() => few.forEach((block, index) => recognise(block, index, null)), 5);
    const slow = best(() => few.forEach((block) => nlp(block.reading.text).money().json()), 1);
    note('… beside compromise, a paragraph at a time', ratio(slow / oursFew), '≥ 100 ×', slow / oursFew >= 100);
    const { default: microsoft } = await import('@microsoft/recognizers-text-suite');
    const { Culture, recognizeCurrency, recognizeDateTime, recognizePercentage } = microsoft;
    const same = best(() => {
      for (const { reading } of few) {
        for (const read of [recognizeCurrency, recognizeDateTime, recognizePercentage])
          read(reading.text, Culture.English);
      }
    }, 1);
    note('… beside recognizers-text, money, dates, percentages', ratio(same / oursFew), 'for comparison', true);
  }
}

if (wanted('cold')) {
  const markdown = texts.markdown(150_000);
  const parser = unified().use(remarkParse).use(remarkGfm).freeze();
  const parse = best(() => parser.parse(markdown));
  const cold = best(() => analyzePlan(markdown, { format: 'markdown' }));
  note('cold analysis, Markdown, 150 KB', `${ratio(cold / parse)} remark alone`, '≤ 1.5 ×', cold / parse <= 1.5);
  const { lint } = await import('markdownlint/sync');
  const peer = best(() => lint({ strings: { plan: markdown } }), 3);
  note('… beside markdownlint', ratio(peer / cold), 'for comparison', true);
  const plain = texts.english(1_400_000);
  const floor = best(() => scan(plain));
  const whole = best(() => analyzePlan(plain), 2);
  note('cold analysis, plain text, 1.4 MB', `${ratio(whole / floor)} scan`, '≤ 60 ×', whole / floor <= 60);
}

if (wanted('keystroke')) {
  for (const [name, length] of [
    ['150 KB', 150_000],
    ['1.4 MB', 1_400_000],
    ['10 MB', 10_000_000],
  ] as const) {
    const text = texts.english(length);
    const floor = best(() => scan(text));
    const session = openPlan(text);
    const times: number[] = [];
    for (let i = 0; i < (length > 1_000_000 ? 10 : 40); i++) {
      const at = (length >> 1) + i;
      const from = performance.now();
      session.edit([{ start: at, end: at, newText: 'x' }]);
      times.push(performance.now() - from);
    }
    const time = p95(times);
    const holds = length < 1_000_000 ? time <= 2 : time / floor <= 5;
    const bar = length < 1_000_000 ? '≤ 2 ms' : '≤ 5 × scan';
    note(
      `one character typed in the middle, p95, ${name}`,
      `${time.toFixed(1)} ms, ${ratio(time / floor)} scan`,
      bar,
      holds,
    );
  }
}

if (wanted('checks')) {
  const text = texts.english(1_400_000);
  const floor = best(() => scan(text));
  const slowest = timePerCheck(analyzePlan(text)).slice(0, 10);
  console.log('  the ten slowest checks, plain text, 1.4 MB');
  for (const [code, time] of slowest)
    console.log(`    ${code.padEnd(60)} ${`${time.toFixed(1)} ms, ${ratio(time / floor)} scan`.padStart(34)}`);
}

if (wanted('heap') && globalThis.gc !== undefined) {
  const text = texts.english(1_400_000);
  openPlan(text); // what is compiled is no part of the plan
  await settled(globalThis.gc);
  const before = process.memoryUsage().heapUsed;
  const session = openPlan(text);
  await settled(globalThis.gc);
  const held = (process.memoryUsage().heapUsed - before) / (text.length * 2);
  note(
    'retained heap of an open plan of 1.4 MB',
    `${ratio(held)} its size`,
    '≤ 12 ×',
    held <= 12 && session.plan.version === 1,
  );
}

if (wanted('adversarial')) {
  for (const [name, make] of Object.entries(adversarial)) {
    const once = best(() => analyzePlan(make(100_000)), 2);
    const twice = best(() => analyzePlan(make(200_000)), 2);
    const growth = twice / Math.max(once, 2);
    note(
      `adversarial, 100 KB: ${name}`,
      `${once.toFixed(1)} ms, doubled ${ratio(growth)}`,
      '≤ 50 ms, ≤ 2.5 ×',
      once <= 50 && growth <= 2.5,
    );
  }
}

if (wanted('process')) {
  const [nothing, check] = inTurn(20, [
    () => spawnSync(process.execPath, ['-e', '0'], { stdio: 'ignore' }),
    () => spawnSync(process.execPath, ['dist/cli.js', 'check', 'seeds/science-ict-2024.md'], { stdio: 'ignore' }),
  ]) as [number, number];
  note(
    'planlint check on the sample plan, process start included',
    `${ratio(check / nothing)} node -e 0`,
    '≤ 4 ×',
    check / nothing <= 4,
  );
}

if (wanted('files')) {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-bench-'));
  for (let i = 0; i < 1000; i++) {
    const text = (i % 2 === 0 ? texts.markdown(15_000) : texts.english(15_000)).replaceAll(
      '2024',
      String(2000 + (i % 60)),
    );
    writeFileSync(join(folder, `${String(i).padStart(4, '0')}${i % 2 === 0 ? '.md' : '.txt'}`), text);
  }
  const analyze = (...args: string[]) =>
    inTurn(1, [
      () => spawnSync(process.execPath, ['dist/cli.js', 'analyze', ...args, folder], { stdio: 'ignore' }),
    ])[0]!;
  const alone = analyze('--threads', '1');
  const two = analyze('--threads', '2');
  note(
    'planlint analyze, 1,000 plans of 15 KB, two threads',
    `${(two / alone).toFixed(2)} × one thread`,
    '≤ 0.65 ×',
    two / alone <= 0.65,
  );
  const cache = join(folder, 'cache');
  analyze(`--cache=${cache}`);
  const kept = analyze(`--cache=${cache}`);
  note(
    '… again, nothing changed, --cache',
    `${(kept / alone).toFixed(2)} × one thread`,
    '≤ 0.2 ×',
    kept / alone <= 0.2,
  );
  rmSync(folder, { recursive: true });
}

if (wanted('extension')) {
  const size = (name: string) => statSync(`dist/editor/${name}.js`).size / 1000;
  const parts = [size('features'), size('grammar')].map((part) => part.toFixed(0)).join(' and ');
  note(
    'extension bundle, loaded on first need beside it',
    `${size('extension').toFixed(0)} KB, ${parts} KB`,
    '≤ 400 KB',
    size('extension') <= 400,
  );
  const { runInHost } = await import('../scripts/vscode/host.js');
  const { workspaceOf } = await import('../scripts/vscode/workspace.js');
  const { loading, waking, held } = (await runInHost({
    tests: resolve('dist/bench-host.cjs'),
    workspace: workspaceOf('seeds', 'test/editor/workspace'),
  })) as unknown as { loading: number; waking: number; held: number };
  note(
    'activation in a real VS Code, loading and waking',
    `${loading.toFixed(0)} + ${waking.toFixed(0)} ms`,
    '≤ 50 ms',
    loading + waking <= 50,
  );
  note('host held at a stretch while a plan of 1.4 MB opens', `${held.toFixed(0)} ms`, '≤ 8 ms', held <= 8);
}

const failed = results.filter((result) => !result.holds).length;
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
console.log(
  `\n${results.length - failed} of ${results.length} within their bar · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model ?? ''}, load ${loadavg()[0]!.toFixed(1)} · ${commit}`,
);
