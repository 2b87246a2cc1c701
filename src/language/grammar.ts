/** What an English sentence says in its main clause. Words are those of the sentence, the verb in its plain form. */
export interface Clause {
  /** Who or what acts, or null where none is named: `the Ministry`. */
  readonly subject: string | null;
  /** The plain form of the main verb: `strengthen`. */
  readonly verb: string;
  /** What the verb acts on, cut at the first comma, stop or `by …` phrase; null where nothing follows. */
  readonly object: string | null;
  readonly tense: 'past' | 'present' | 'future';
  /** `exports will be supported`: then `object` is what stands before the verb. */
  readonly passive: boolean;
}

/**
 * The main clause of one English sentence, or null where no verb is found. Give it a sentence at a time, never a
 * document. This module is heavy: import it on first need, with `await import`.
 */
export async function clauseOf(sentence: string): Promise<Clause | null> {
  const { default: nlp } = await import('compromise/three');
  const text = sentence.slice(0, 400);
  const verbs = nlp(text).verbs().json({ offset: true }) as Verb[];
  const main = verbs.find(isFuture) ?? verbs.find((it) => isAim(it, text)) ?? verbs[0];
  if (main === undefined) return null;
  const { infinitive, grammar } = main.verb;
  const before = trimmed(text.slice(0, main.offset.start));
  const after = objectOf(text.slice(main.offset.start + main.offset.length));
  const passive = /\bbe(?:en)? \w+/.test(main.text);
  return {
    subject: passive || before === '' ? null : before,
    verb: infinitive,
    object: (passive ? headOf(before).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()) : after) || null,
    tense: grammar.tense === 'PastTense' ? 'past' : isFuture(main) || isAim(main, text) ? 'future' : 'present',
    passive,
  };
}

/** What is used of compromise's answer about one verb phrase. */
interface Verb {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
  readonly verb: {
    readonly infinitive: string;
    readonly auxiliary: string;
    readonly grammar: { readonly tense: string; readonly copula: boolean };
  };
}

const isFuture = ({ verb }: Verb): boolean =>
  verb.grammar.tense === 'FutureTense' || /\b(?:will|shall)\b/.test(verb.auxiliary);

/** `The aim is to draw out …`: the verb after a copula and `to`. */
const isAim = ({ offset }: Verb, text: string): boolean => /\b(?:is|are) to $/.test(text.slice(0, offset.start));

const trimmed = (text: string): string => text.trim().replace(/[\s,;:]+$/, '');

/** The words after the verb up to where the sentence turns to how, when or why. */
function objectOf(text: string): string {
  const end = /[,;:.(]| (?:by|so that|in order to|which|who|while|through) /.exec(text)?.index ?? text.length;
  return text.slice(0, end).trim().split(/\s+/).slice(0, 9).join(' ');
}

/** `exports of digital services` of `exports of digital services, which reached …`. */
const headOf = (text: string): string => text.split(/[,(]/)[0]!.trim();
