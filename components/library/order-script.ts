import { LazyScript } from '../app/lazy-script.svelte';

/** What every order goes by but the first one and the names, and how a game says it. */
export const ORDER_SCRIPT = new LazyScript(() => import('./order-forms'));
