#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// Most patterns are asked thousands of times: they are compiled at once, not first for an interpreter and then again.
// The flag is read whenever a pattern is first used, and none has been yet.
setFlagsFromString('--no-regexp-tier-up');
// From Node 22 on, what is compiled once is kept for the next start; what follows is loaded after it is on.
(nodeModule as { enableCompileCache?: () => void }).enableCompileCache?.();
const { run } = await import('./run');

// A reader that has seen enough (`planlint figures … | head`) closes the pipe: that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

const { env, stdin, stdout, stderr } = process;
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env,
  stdin,
  stdout,
  stderr,
  thread: fileURLToPath(new URL('cli/thread.js', import.meta.url)),
  home: fileURLToPath(new URL('..', import.meta.url)),
});
