import type { Recogniser } from './recognise';

export const percents: Recogniser = { kind: 'percent', mayHold: () => false, find: () => [] };
