import { LazyScript } from '../app/lazy-script.svelte';

/** What only stacked editions are found and drawn with: they are stacked where the player asks for it. */
export const STACK_SCRIPT = new LazyScript(() => import('./stack-forms'));
