/**
 * In the place of `node:child_process` in the command line's script: commander loads it at once and would use it for
 * commands that are programs of their own. There are none, and loading it would slow every start.
 */
export const spawn = (): never => {
  throw new Error('No command is a program of its own.');
};
