import { LazyScript } from '../app/lazy-script.svelte';

/** What the player chooses by what else is to be shown, and what says what they chose. */
export const FILTER_SCRIPT = new LazyScript(() => import('./filter-forms'));
