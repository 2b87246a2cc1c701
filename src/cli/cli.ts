#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { run } from './run';

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
