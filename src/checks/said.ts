import { numberedOnes } from './event-words';

export const starts =
  /\b(?:open|start|begin|began|launch|commence|comes? into|takes? effect|set up|inaugurat)|시작|개시|착수|착공|개막|접수 개시/i;
export const ends =
  /\b(?:clos|end(?:s|ed|ing)?\b|finish|complet|deadline|expire|last day|lasts\b|lasted\b|due\b|by the)|마감|종료|완료|준공|폐막/i;
const ordinals = new RegExp(`\\b(?:first|second|third|fourth|fifth|last|final|next)\\b|${numberedOnes.source}`, 'gi');

const subject =
  /^\W*(?:the|our|its|this|that|an?) ((?:[a-z-]+ ){1,3})?([a-z-]+),? (?:will|shall|is|are|was|were|has|have|can|must|takes?|opens?|starts?|begins?|goes|ends?|closes?|comes?|enters?|launches|which|who)\b/i;

/** What a sentence tells of its day besides its words. */
export interface Said {
  /** Which of several: `first`, `2nd`. */
  readonly ordinals: readonly string[];
  readonly starts: boolean;
  readonly ends: boolean;
  /** The noun of the sentence's subject, and the words before it that tell it from others. */
  readonly head: string;
  readonly telling: readonly string[];
}

export function saidIn(text: string): Said {
  const [, words = '', head = ''] = subject.exec(text) ?? [];
  return {
    ordinals: (text.match(ordinals) ?? []).map((word) => word.toLowerCase()),
    starts: starts.test(text),
    ends: ends.test(text),
    head: head.toLowerCase(),
    telling: words
      .toLowerCase()
      .split(' ')
      .filter((word) => word !== '' && !plain.test(word)),
  };
}

/** `The fee rule takes effect`, `The storage rule takes effect`: subjects of one noun that nothing else joins. */
export const areNamedApart = (one: Said, other: Said): boolean =>
  one.head !== '' && one.head === other.head && areDisjoint(one.telling, other.telling);

/** Whether both have words, and none is in both. */
export const areDisjoint = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((word) => b.includes(word));

/** Words that tell no thing from another. */
const plain = /^(?:new|whole|final|same|said|main|own|planned|future|first|second|third|next|last)$/;
