import { createSubscriber } from 'svelte/reactivity';
import { interactions } from './interactions';

/** So long, in milliseconds, after the last key the address is written: that takes a browser 10 ms and more. */
const REST = 250;

export type Route =
  | { name: 'library'; query: string }
  | { name: 'log'; query: string }
  | { name: 'statistics' }
  /** Null where the address says none; what it says instead is `noYear`. */
  | { name: 'year'; year: number | null; noYear?: string }
  | { name: 'next'; query: string }
  | { name: 'picker' }
  | { name: 'game'; npCommunicationId: string; trophyId?: number }
  | { name: 'syncs' }
  | { name: 'settings' }
  | { name: 'guide'; anchor?: string }
  | { name: 'privacy' }
  | { name: 'welcome' }
  | { name: 'nowhere' };

/** The address of a game's page, or of one of its trophies there. */
export function gameAddress(npCommunicationId: string, trophyId?: number): string {
  const game = `#/game/${encodeURIComponent(npCommunicationId)}`;
  return trophyId === undefined ? game : `${game}?trophy=${String(trophyId)}`;
}

/** The address of a year. */
export function yearAddress(year: number): string {
  return `#/year/${String(year)}`;
}

export const LIBRARY_ADDRESS = '#/library';
export const LOG_ADDRESS = '#/log';
export const STATISTICS_ADDRESS = '#/statistics';
export const NEXT_ADDRESS = '#/next';
export const SYNCS_ADDRESS = '#/syncs';
export const PICKER_ADDRESS = '#/picker';
export const SETTINGS_ADDRESS = '#/settings';
export const GUIDE_ADDRESS = '#/guide';
export const PRIVACY_ADDRESS = '#/privacy';
export const WELCOME_ADDRESS = '#/welcome';

/** The pages whose addresses say nothing more. */
const PLAIN_ROUTES: Record<string, Route> = {
  [STATISTICS_ADDRESS]: { name: 'statistics' },
  [SYNCS_ADDRESS]: { name: 'syncs' },
  [PICKER_ADDRESS]: { name: 'picker' },
  [SETTINGS_ADDRESS]: { name: 'settings' },
  [GUIDE_ADDRESS]: { name: 'guide' },
  [PRIVACY_ADDRESS]: { name: 'privacy' },
  [WELCOME_ADDRESS]: { name: 'welcome' },
};

/** The address of an entry of the guide, or of the one about a cause or a need. */
export function guideAddress(anchor: string): string {
  return `${GUIDE_ADDRESS}/${anchor}`;
}

/** The address of the library, looked at in the way that the query says: `library-view.ts`. */
export function libraryAddress(query: string): string {
  return query === '' ? LIBRARY_ADDRESS : `${LIBRARY_ADDRESS}?${query}`;
}

/** The address of the log, narrowed as the query says: `log-filter.ts`. */
export function logAddress(query: string): string {
  return query === '' ? LOG_ADDRESS : `${LOG_ADDRESS}?${query}`;
}

/** The address of what to play next, in these moods: `next-moods.ts`. */
function nextAddress(query: string): string {
  return query === '' ? NEXT_ADDRESS : `${NEXT_ADDRESS}?${query}`;
}

/** The route that an address names: the library where it names none, and nowhere where there is none of that name. */
export function routeOf(hash: string): Route {
  const plain = PLAIN_ROUTES[hash];
  if (plain !== undefined) return plain;
  const anchor = /^#\/guide\/([a-z\d-]+)$/.exec(hash)?.[1];
  if (anchor !== undefined) return { name: 'guide', anchor };
  const [, game, trophy] = /^#\/game\/([^/?]+)(?:\?trophy=(\d{1,5}))?$/.exec(hash) ?? [];
  if (game !== undefined) {
    const of = { name: 'game', npCommunicationId: decoded(game) } as const;
    return trophy === undefined ? of : { ...of, trophyId: Number(trophy) };
  }
  const year = /^#\/year(?:\/(.*))?$/su.exec(hash);
  if (year !== null) return yearRouteOf(decoded(year[1] ?? ''));
  const log = /^#\/log(?:\?(.*))?$/su.exec(hash);
  if (log !== null) return { name: 'log', query: log[1] ?? '' };
  const next = /^#\/next(?:\?(.*))?$/su.exec(hash);
  if (next !== null) return { name: 'next', query: next[1] ?? '' };
  const query = /^#\/library(?:\?(.*))?$/su.exec(hash);
  if (query !== null) return { name: 'library', query: query[1] ?? '' };
  return /^#?\/?$/.test(hash) ? { name: 'library', query: '' } : { name: 'nowhere' };
}

function yearRouteOf(said: string): Route {
  if (/^\d{4}$/.test(said)) return { name: 'year', year: Number(said) };
  return { name: 'year', year: null, ...(said !== '' && { noYear: said }) };
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
  #route = routeOf(location.hash);
  /** How the library was looked at last. */
  #libraryQuery = queryIn(this.#route) ?? '';
  #update: () => void = () => undefined;
  /** What the address does not say yet. */
  #unwritten: { address: string; timer: ReturnType<typeof setTimeout> } | null = null;
  readonly #subscribe = createSubscriber((update) => {
    this.#update = update;
    const arrive = (): void => this.#arrive();
    // Whoever goes on comes back to what they left; a tick or a choice leads nowhere, and asks for more.
    const leave = ({ target }: MouseEvent): void => {
      const isChoice = target instanceof Element && target.closest('label, input, select') !== null;
      if (!isChoice) this.#writeRest();
    };
    addEventListener('hashchange', arrive);
    addEventListener('click', leave, { capture: true });
    return () => {
      removeEventListener('hashchange', arrive);
      removeEventListener('click', leave, { capture: true });
      // Nobody looks any more: a later address is not to be written over.
      this.#writeRest();
    };
  });

  get current(): Route {
    this.#subscribe();
    return this.#route;
  }

  get libraryQuery(): string {
    this.#subscribe();
    return this.#libraryQuery;
  }

  /** The library is looked at in another way: the same page with another address. */
  replaceLibraryQuery(query: string): void {
    this.#libraryQuery = query;
    this.#replace({ name: 'library', query }, libraryAddress(query));
  }

  /** The log is narrowed in another way: the same page with another address. */
  replaceLogQuery(query: string): void {
    this.#replace({ name: 'log', query }, logAddress(query));
  }

  /** Something else is to be played next: the same page with another address. */
  replaceNextQuery(query: string): void {
    this.#replace({ name: 'next', query }, nextAddress(query));
  }

  #replace(route: Route, address: string): void {
    this.#route = route;
    this.#update();
    this.#forget();
    // What is shown does not depend on it.
    if (!interactions.areAwaited) this.#write(address);
    else this.#unwritten = { address, timer: setTimeout(() => this.#writeRest(), REST) };
  }

  #writeRest(): void {
    const unwritten = this.#unwritten;
    this.#forget();
    if (unwritten !== null) this.#write(unwritten.address);
  }

  #forget(): void {
    clearTimeout(this.#unwritten?.timer);
    this.#unwritten = null;
  }

  /** Browsers let a page do this so many times in a while and no more. */
  #write(address: string): void {
    if (routeOf(location.hash).name !== routeOf(address).name) return;
    history.replaceState(history.state, '', address);
  }

  #arrive(): void {
    this.#forget();
    const left = this.#route;
    this.#route = routeOf(location.hash);
    const query = queryIn(this.#route);
    // A link back to the library leads to the library as it was left.
    if (query === '' && left.name !== 'library') this.replaceLibraryQuery(this.#libraryQuery);
    else this.#libraryQuery = query ?? this.#libraryQuery;
    this.#update();
  }
}

function queryIn(route: Route): string | null {
  return route.name === 'library' ? route.query : null;
}
