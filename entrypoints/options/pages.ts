import type { Route } from '../../components/app/hash-route.svelte';
import { LazyScript } from '../../components/app/lazy-script.svelte';
import { FILTER_SCRIPT } from '../../components/library/filter-script';
import { GROUP_SCRIPT } from '../../components/library/group-script';
import { LIST_SCRIPT } from '../../components/library/list-script';
import { ORDER_SCRIPT } from '../../components/library/order-script';
import { SEARCH_SCRIPT } from '../../components/library/search-script';
import { STACK_SCRIPT } from '../../components/library/stack-script';

/** Every page but the library, which is the first one, what reads that, and what it seldom has to say. */
export const PAGES = {
  game: new LazyScript(() => import('./Game.svelte')),
  log: new LazyScript(() => import('./Log.svelte')),
  statistics: new LazyScript(() => import('./Statistics.svelte')),
  year: new LazyScript(() => import('./Year.svelte')),
  next: new LazyScript(() => import('./Next.svelte')),
  picker: new LazyScript(() => import('./Picker.svelte')),
  friend: new LazyScript(() => import('./Friend.svelte')),
  syncs: new LazyScript(() => import('./Syncs.svelte')),
  settings: new LazyScript(() => import('./Settings.svelte')),
  guide: new LazyScript(() => import('./Guide.svelte')),
  welcome: new LazyScript(() => import('./Welcome.svelte')),
  nowhere: new LazyScript(() => import('./Nowhere.svelte')),
  privacy: new LazyScript(() => import('./Privacy.svelte')),
  /** In the place of a page, where nobody is connected. */
  phase: new LazyScript(() => import('./Phase.svelte')),
  /** What reads the library: half of what the page loads, and nothing of its first frame. */
  queries: new LazyScript(() => import('../../utils/database/queries')),
  /** Above the list of games, where there is something to say of the connection. */
  alert: new LazyScript(() => import('./LibraryAlert.svelte')),
  /** Above every page, while another library than the player's own is shown. */
  mark: new LazyScript(() => import('../../components/app/ShownMark.svelte')),
  /** Above or beside the games: the latest trophies and the closest platinums. */
  glance: new LazyScript(() => import('../../components/library/LibraryGlance.svelte')),
  list: LIST_SCRIPT,
  orders: ORDER_SCRIPT,
  stacks: STACK_SCRIPT,
  search: SEARCH_SCRIPT,
  groups: GROUP_SCRIPT,
  /** Beside the games, or in a sheet of their own. */
  filters: FILTER_SCRIPT,
  /** What was played and is no game: the last of the filters. */
  apps: new LazyScript(() => import('../../components/title/Apps.svelte')),
  /** Above the games: what a sync has to do without, and what of the library cannot be read. */
  missing: new LazyScript(() => import('../../components/sync/WhatIsMissing.svelte')),
  unreadable: new LazyScript(() => import('../../components/app/UnreadableTitles.svelte')),
  /** In the place of the games: where none is picked, or none fits. */
  nothing: new LazyScript(() => import('../../components/library/NothingShown.svelte')),
  /** Where there are none yet, or none any more. */
  noLibrary: new LazyScript(() => import('../../components/app/NoLibrary.svelte')),
  /** Where what is stored cannot be read. */
  readFailure: new LazyScript(() => import('../../components/app/ReadFailure.svelte')),
  loss: new LazyScript(() => import('../../components/library/LostLibrary.svelte')),
};

/** Whether the script is here that draws a page; of the library what may take its place. */
export function isLoaded(name: Route['name']): boolean {
  return (name === 'library' ? PAGES.phase : PAGES[name]).exports !== undefined;
}

/** Has them all at hand, so that a click shows the page at once. */
export function loadPages(): void {
  for (const page of Object.values(PAGES)) void page.load();
}
