/** What compiled messages are written with: `compile-words.ts` names it. */
export { instants } from '../format/dates';
export { count } from '../format/numbers';
export { plural } from '../format/plurals';
