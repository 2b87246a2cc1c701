import type { Recogniser } from './recognise';

export const amounts: Recogniser = { kind: 'amount', mayHold: () => false, find: () => [] };
