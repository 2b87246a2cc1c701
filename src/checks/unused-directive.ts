import type { Draft, Finder, Translate } from './check';
import type { Acceptance } from './directives';

export const unusedDirective: Finder = {
  code: 'unused-directive',
  says: 'Every exception that a document makes from the checks is still needed.',
  because: 'An exception that silences nothing today may hide a real fault tomorrow.',
  severity: 'hint',
  examples: [
    {
      wrong:
        'The fund is KRW 3 billion.\n\n<!-- planlint-disable-next-line table-total -->\n\nThe fund is open to all.\n',
      right: 'The fund is KRW 3 billion.\n\nThe fund is open to all.\n',
      language: 'en',
    },
  ],
  reads: [
    'Directives in comments (`<!-- planlint-disable … -->`, `<!-- planlint-disable-next-line … -->`) and `ignore` entries of the front matter; those of the settings hold for many documents and are not reported.',
    'A directive for a check that is turned off is left alone.',
  ],
  // The runner alone knows which directives silenced something: see `unusedDirectives`.
  find: () => [],
};

/** The directives that silenced nothing. `isOff` tells whether a check is known and turned off. */
export function* unusedDirectives(
  unused: readonly Acceptance[],
  isOff: (code: string) => boolean,
  t: Translate,
): Iterable<Draft> {
  for (const { written, codes } of unused) {
    if (written === null || (codes.length > 0 && codes.every(isOff))) continue;
    yield {
      ...written,
      message:
        codes.length === 0
          ? t('Nothing is found here that this directive would silence.')
          : t('No finding of {0} is silenced by this directive.', codes.join(', ')),
      fixes: [{ title: t('Remove the directive'), preferred: true, edits: [{ ...written, newText: '' }] }],
    };
  }
}
