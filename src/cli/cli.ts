#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { loadKept } from './kept-code';
import type * as main from './main';

// Most patterns are asked thousands of times: they are compiled at once, not first for an interpreter and then again.
// The flag is read whenever a pattern is first used, and none has been yet.
setFlagsFromString('--no-regexp-tier-up');

// A reader that has seen enough (`planlint figures … | head`) closes the pipe: that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

const { env, stdin, stdout, stderr } = process;
const args = process.argv.slice(2);
const command = args.find((arg) => /^(?:analyze|check|figures|fix|outline)$/.test(arg)) ?? 'help';
const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const { run } = loadKept<typeof main>(beside('cli/main.cjs'), command, true);
process.exitCode = await run(args, {
  cwd: process.cwd(),
  env,
  stdin,
  stdout,
  stderr,
  thread: beside('cli/thread.js'),
  home: beside('..'),
});
