/** The command line cannot do what it was asked: one line for the user, with the cause and the way out. Exit status 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** The exit statuses of CONTRACT, and one for a defect of ours. */
export const status = {
  /** Nothing at or above the failing severity. */
  clean: 0,
  /** Something was. */
  found: 1,
  /** It could not run, or could not read something that was named. */
  misuse: 2,
  /** A check or the program itself failed: a defect to report. */
  failed: 3,
} as const;
