import { LazyScript } from '../app/lazy-script.svelte';

/** What makes and reads copies is no part of any page's first frame. */
export const COPIES_SCRIPT = new LazyScript(() => import('./Copies.svelte'));
export const SAVE_SCRIPT = new LazyScript(() => import('./SaveCopy.svelte'));
export const RESTORE_SCRIPT = new LazyScript(() => import('./RestoreCopy.svelte'));
