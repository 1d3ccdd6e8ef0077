import { createSubscriber } from 'svelte/reactivity';

export type Route =
  | { name: 'library' }
  | { name: 'picker' }
  | { name: 'game'; npCommunicationId: string }
  | { name: 'syncs' }
  | { name: 'settings' }
  | { name: 'guide' };

/** The address of a game's page. */
export function gameAddress(npCommunicationId: string): string {
  return `#/game/${encodeURIComponent(npCommunicationId)}`;
}

export const LIBRARY_ADDRESS = '#/library';
export const SYNCS_ADDRESS = '#/syncs';
export const PICKER_ADDRESS = '#/picker';
export const SETTINGS_ADDRESS = '#/settings';
export const GUIDE_ADDRESS = '#/guide';

/** The route that an address names. What no route has leads to the library. */
export function routeOf(hash: string): Route {
  if (hash === SYNCS_ADDRESS) return { name: 'syncs' };
  if (hash === PICKER_ADDRESS) return { name: 'picker' };
  if (hash === SETTINGS_ADDRESS) return { name: 'settings' };
  if (hash === GUIDE_ADDRESS) return { name: 'guide' };
  const game = /^#\/game\/([^/?]+)$/.exec(hash)?.[1];
  return game === undefined
    ? { name: 'library' }
    : { name: 'game', npCommunicationId: decoded(game) };
}

/** An address can be typed by hand: half an escape must not break the page. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where the page is, as its address says. */
export class HashRoute {
  readonly #subscribe = createSubscriber((update) => {
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  });

  get current(): Route {
    this.#subscribe();
    return routeOf(location.hash);
  }
}
