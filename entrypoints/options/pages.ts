import { LazyScript } from '../../components/app/lazy-script.svelte';

/** Every page but the library, which is the first one. */
export const PAGES = {
  game: new LazyScript(() => import('./Game.svelte')),
  picker: new LazyScript(() => import('./Picker.svelte')),
  syncs: new LazyScript(() => import('./Syncs.svelte')),
  settings: new LazyScript(() => import('./Settings.svelte')),
  guide: new LazyScript(() => import('./Guide.svelte')),
  /** In the place of a page, where nobody is connected. */
  phase: new LazyScript(() => import('../../components/connection/PhasePage.svelte')),
};

/** Has them all at hand, so that a click shows the page at once. */
export function loadPages(): void {
  for (const page of Object.values(PAGES)) void page.load();
}
