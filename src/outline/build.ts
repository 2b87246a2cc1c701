import type { Figure } from '../figures/figure';
import type { Block } from '../text/block';
import type { Declared, Node } from './outline';

export interface Built {
  readonly outline: readonly Node[];
  readonly declared: readonly Declared[];
  readonly title: string | null;
  readonly isPlan: boolean;
}

/** The plan's structure. Never fails: a text without any gives an empty outline. */
export function buildOutline(_blocks: readonly Block[], _figures: readonly Figure[]): Built {
  return { outline: [], declared: [], title: null, isPlan: false };
}
