import { withParticles } from './particle';

/**
 * A sentence in the interface's language: the template's translation if there is one, else the template itself,
 * with `{0}`, `{1}`, … filled in.
 */
export function say(
  messages: Readonly<Record<string, string>> | undefined,
  template: string,
  ...values: readonly (string | number)[]
): string {
  const translated = messages?.[template];
  const sentence = (translated ?? template).replace(/\{(\d+)\}/g, (place, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? place : String(value);
  });
  return translated === undefined ? sentence : withParticles(sentence);
}
