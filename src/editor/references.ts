import * as vscode from 'vscode';
import { referencesTo, sameLabel, targetsOf, type Target } from '../outline/reference';
import type { Plan } from '../plan';
import { contains, type Span } from '../text/span';
import { candidates } from './candidate';
import { sameValue } from './hover';
import { nameAt, occurrences, titleAt } from './naming';
import { rangeOf } from './place';
import type { Plans } from './plans';

/**
 * Definition and references: of `Task 7` and `Table 3` the part that bears the name, of figures and names their mentions.
 * Where the cursor is on one, all its places are lit up: the editor by itself would light up every `KRW`.
 */
export const registerReferences = (plans: Plans): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(candidates, {
      async provideDefinition(document, position, token) {
        const plan = await plans.of(document, token);
        const found = plan && lookUp(plan, document.offsetAt(position));
        return found && new vscode.Location(document.uri, rangeOf(document, found.definition));
      },
    }),
    vscode.languages.registerReferenceProvider(candidates, {
      async provideReferences(document, position, { includeDeclaration }, token) {
        const plan = await plans.of(document, token);
        const found = plan && lookUp(plan, document.offsetAt(position));
        if (!found) return [];
        const spans = includeDeclaration ? [found.definition, ...found.references] : found.references;
        return spans.map((span) => new vscode.Location(document.uri, rangeOf(document, span)));
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(candidates, {
      async provideDocumentHighlights(document, position, token) {
        const plan = await plans.of(document, token);
        const found = plan && lookUp(plan, document.offsetAt(position));
        return (found ? [found.definition, ...found.references] : []).map(
          (span) => new vscode.DocumentHighlight(rangeOf(document, span)),
        );
      },
    }),
  );

interface LookedUp {
  readonly definition: Span;
  /** Without the definition. */
  readonly references: readonly Span[];
}

/** What stands at the offset: the name of a part, a reference to one, a figure, or the name of a thing. */
const lookUp = (plan: Plan, offset: number): LookedUp | undefined =>
  partAt(plan, { start: offset, end: offset }) ??
  figureAt(plan, { start: offset, end: offset }) ??
  namedAt(plan, offset);

/** A programme, or what an amount is for, is defined where its name stands first. */
function namedAt(plan: Plan, offset: number): LookedUp | undefined {
  const named = titleAt(plan, offset) ?? nameAt(plan, offset);
  const [definition, ...references] = named ? occurrences(plan, named.words) : [];
  return definition && { definition, references };
}

function partAt({ blocks, outline }: Plan, here: Span): LookedUp | undefined {
  const targets = targetsOf(blocks, outline);
  const references = referencesTo(targets, blocks);
  const reference = references.find((candidate) => contains(candidate, here));
  const target = reference
    ? targets.find((candidate) => candidate.number === reference.number && sameLabel(reference, candidate))
    : targets.find((candidate) => contains(candidate, here));
  return target && { definition: target, references: referencesOf(target, references) };
}

const referencesOf = (target: Target, references: ReturnType<typeof referencesTo>): Span[] =>
  references.filter((reference) => reference.number === target.number && sameLabel(reference, target));

/** A figure is defined where its value stands first. */
function figureAt({ figures }: Plan, here: Span): LookedUp | undefined {
  const figure = figures.find((candidate) => candidate.kind !== 'change' && contains(candidate, here));
  if (figure === undefined) return undefined;
  const [definition, ...references] = figures.filter((other) => other === figure || sameValue(figure, other));
  return definition && { definition, references };
}
