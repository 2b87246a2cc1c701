import { contentWords } from '../ledger/subject';

/** A thing that is named right before a day, with no verb between: `the Tarrow barrier` of `the handover of the Tarrow barrier on 9 May`. */
export interface NamedThing {
  /** Its words, lower case, in order; the last is the noun. */
  readonly words: readonly string[];
  /** What happens to it, where a noun says that: `handover`. */
  readonly event: string | null;
}

const before = new RegExp(
  String.raw`(?:^|[\s(“"‘])(?:(?:the|an?) (?:[a-z]+ )?([a-z]{4,}) of )?(?:[Tt]he|[Oo]ur) ((?:[A-Za-z][\w’'-]* ){0,3}[A-Za-z][\w’'-]+)` +
    String.raw`(?:,? on (?:[A-Z][a-z]+day,? )?(?:the )?| \()$`,
);

const pronounBefore =
  /\b(?:after|before|since|from|until|at|of) its ([a-z]{4,})(?:,? on (?:[A-Z][a-z]+day,? )?(?:the )?| \()$/;
const subject =
  /^\W*(?:The|Our|This) ((?:[A-Za-z][\w’'-]* ){0,2}?[A-Za-z][\w’'-]+) (?:will|shall|is|was|has|can|must)\b/;

/** Words that begin a clause or join things, and are no part of a name. */
const noName =
  /^(?:and|or|but|will|shall|is|are|was|were|be|been|has|have|had|can|may|must|to|for|from|by|with|in|on|at|of|as|than|that|which|who|when|where|held|due|opens?|starts?|begins?|ends?|closes?)$/i;

/** What is named right before the day that begins at `start` and ends at `end` of a sentence, if a noun phrase alone stands there. */
export function thingNamed(sentence: string, start: number, end: number): NamedThing | null {
  const lead = sentence.slice(0, start);
  if (lead.endsWith('(') && !/^\)/.test(sentence.slice(end))) return null;
  const own = pronounBefore.exec(lead.slice(-60));
  if (own !== null) {
    const words = subject.exec(sentence)?.[1]?.toLowerCase().split(' ');
    return words === undefined ? null : { words, event: own[1]! };
  }
  const [, event, name] = before.exec(lead.slice(-110)) ?? [];
  if (name === undefined) return null;
  const words = name.split(' ');
  // `the opening on 3 May`, `the reporting of`: an event by itself is of something said elsewhere.
  return words.some((word) => noName.test(word)) || /\w{3}(?:ed|ing)$/.test(words.at(-1)!)
    ? null
    : { words: words.map((word) => word.toLowerCase()), event: event ?? null };
}

const verbs =
  'will|shall|is|are|was|were|takes?|opens?|starts?|begins?|began|ends?|closes?|comes?|goes|meets?|falls?|follows|leaves|arrives?';

/**
 * Whether what is told of another day is about the thing: its clause has the thing for its subject, `the first crane is
 * delivered on`, and the verb of what happens to it. `told`: the clause, or the label of a timetable's row.
 */
export function isAbout({ words, event }: NamedThing, told: string, isLabel: boolean): boolean {
  const noun = words.at(-1)!;
  // Of a row the first cell with words: the next says who does it.
  const own = (isLabel ? told.replace(/^[\s/]+|(?<=[^\s/]) \/ .*$/g, '') : told).toLowerCase();
  const all: readonly string[] = own.match(/[a-z][\w’'-]*/g) ?? [];
  const isTold = words.every((word) => word === 'new' || all.includes(word));
  if (!isTold) return false;
  if (event !== null && ![...contentWords(own)].some((word) => word.slice(0, 4) === event.slice(0, 4))) return false;
  if (isLabel) return all.length === words.length || (event !== null && all.length <= words.length + 3);
  const verb = new RegExp(
    `\\b${noun}(?: (?:of|at|in|for) [^,.;:]{1,40}?)?(?:[.:] (?:it|they|this)|,? (?:which|that|and)|,)? (?:${verbs})\\b`,
  ).exec(own);
  // `The driver of the crane is hired`: the crane is not what the clause is about.
  return verb !== null && !joinedBefore.test(own.slice(0, verb.index));
}

const joinedBefore = /(?:^|[\s(])(?:of|for|to|in|at|on|with|by|from|about|under) (?:(?!(?:and|but) )[^\s,.;:]+ )*$/;
