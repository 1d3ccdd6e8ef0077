import { LazyScript } from '../app/lazy-script.svelte';

/** What only the list is drawn with: the library opens with its cards. */
export const LIST_SCRIPT = new LazyScript(() => import('./list-forms'));
