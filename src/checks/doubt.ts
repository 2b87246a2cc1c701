/** Checks that infer which figures belong together: from the words between them, from headings, from the heads of columns. */
export const inferring: ReadonlySet<string> = new Set([
  ...['prose-total', 'outline-total', 'multi-year-total'],
  ...['change-rate', 'share-rate', 'percent-total'],
]);

/** How they say so among what they read. */
export const worthALook =
  'Where one sum or rate alone fails and no slip of the pen in any of its figures explains it, the figures were perhaps never meant of each other: the finding is for information, unless words or the heads of columns join them.';
