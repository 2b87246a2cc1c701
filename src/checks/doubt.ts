/**
 * Checks that infer which figures belong together: from the words between them, from headings, from the heads of columns,
 * from the figures themselves.
 */
export const inferring: ReadonlySet<string> = new Set([
  ...['table-total', 'prose-total', 'outline-total', 'multi-year-total', 'percent-total'],
  ...['change-rate', 'share-rate', 'percent-point', 'product-total', 'amount-conflict'],
]);

/** Of these, the layout of a table or the words of a price speak for it too: they are doubted where the figures are far apart. */
export const laidOut: ReadonlySet<string> = new Set(['table-total', 'product-total']);

/** How they say so among what they read. */
export const worthALook =
  'Where no slip of the pen in any of its figures explains why it fails, the figures were perhaps never meant of each other: the finding is for information, unless words, the heads of columns or sums beside it join them; a total in a table and a price only where it is off by more than a quarter.';
