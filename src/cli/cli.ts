#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

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
