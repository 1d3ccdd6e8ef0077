import { LazyScript } from '../app/lazy-script.svelte';

/** What only a search needs: names in every way that they are typed. */
export const SEARCH_SCRIPT = new LazyScript(() => import('./search-forms'));
