import { LazyScript } from '../app/lazy-script.svelte';

/** What games stand in groups by, and what draws them so: where the player asks for it. */
export const GROUP_SCRIPT = new LazyScript(() => import('./group-forms'));
