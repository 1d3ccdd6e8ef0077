import { DEFAULT_TASTE, queryOf, type LibraryView } from './library-view';

/** Ways to look at the library that need no choosing: what players ask first. Each by the query of its address. */
export const READY_VIEWS = [
  {
    name: 'nearly-done',
    query: 'show=all&sort=progress&percent=1-99&status=kept&gone=no&unobtainable=no',
  },
  { name: 'rare', query: 'show=all&sort=rarest' },
  { name: 'last-earned', query: 'show=all&sort=trophy' },
] as const;

export type ReadyView = (typeof READY_VIEWS)[number]['name'];

/** True where that is what is looked for, however the games stand. */
export function showsReadyView(view: LibraryView, query: string): boolean {
  return queryOf({ ...view, ...DEFAULT_TASTE }) === query;
}
