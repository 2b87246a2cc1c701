import { english } from './english';
import { japanese } from './japanese';
import { korean } from './korean';
import type { Language } from './language';

/** All languages that are read, in the order in which a doubtful text is tried. */
export const languages: readonly Language[] = [english, korean, japanese];

/** The pack for an ISO 639-1 code; English for any other. */
export const languageOf = (code: string): Language => languages.find((language) => language.code === code) ?? english;
