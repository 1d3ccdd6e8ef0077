import { createSubscriber } from 'svelte/reactivity';
import { interactions } from './interactions';

/** So long, in milliseconds, after the last key the address is written: that takes a browser 10 ms and more. */
const REST = 250;

export type Route =
  | { name: 'library'; query: string }
  | { name: 'log'; query: string }
  | { name: 'statistics'; query: string }
  /** Null where the address says none; what it says instead is `noYear`. */
  | { name: 'year'; year: number | null; noYear?: string }
  | { name: 'next'; query: string }
  | { name: 'picker' }
  | { name: 'game'; npCommunicationId: string; trophyId?: number }
  | { name: 'syncs' }
  | { name: 'friend' }
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
export const SYNCS_ADDRESS = '#/syncs';
export const FRIEND_ADDRESS = '#/friend';
export const PICKER_ADDRESS = '#/picker';
export const SETTINGS_ADDRESS = '#/settings';
export const GUIDE_ADDRESS = '#/guide';
export const PRIVACY_ADDRESS = '#/privacy';
export const WELCOME_ADDRESS = '#/welcome';

/** The pages whose addresses say nothing more. */
const PLAIN = ['syncs', 'friend', 'picker', 'settings', 'guide', 'privacy', 'welcome'] as const;

/** The pages whose addresses say how they are looked at. */
const QUERIED = ['log', 'next', 'library', 'statistics'] as const;
/** Of these a link leads to the page as it was left. */
const KEPT = ['library', 'statistics'] as const;

/** The address of an entry of the guide, or of the one about a cause or a need. */
export function guideAddress(anchor: string): string {
  return `${GUIDE_ADDRESS}/${anchor}`;
}

/** The address of the library, looked at in the way that the query says: `library-view.ts`. */
export function libraryAddress(query: string): string {
  return LIBRARY_ADDRESS + (query && `?${query}`);
}

/** The address of the log, narrowed as the query says: `log-filter.ts`. */
export function logAddress(query: string): string {
  return LOG_ADDRESS + (query && `?${query}`);
}

/** A page, looked at as its query says. */
type QueriedRoute = Extract<Route, { query: string }>;
type KeptRoute = Extract<Route, { name: (typeof KEPT)[number] }>;

/** The route that an address names: the library where it names none, and nowhere where there is none of that name. */
export function routeOf(hash: string): Route {
  const plain = PLAIN.find((name) => hash === `#/${name}`);
  if (plain !== undefined) return { name: plain };
  const anchor = /^#\/guide\/([a-z\d-]+)$/.exec(hash)?.[1];
  if (anchor !== undefined) return { name: 'guide', anchor };
  const [, game, trophy] = /^#\/game\/([^/?]+)(?:\?trophy=(\d{1,5}))?$/.exec(hash) ?? [];
  if (game !== undefined) {
    const of = { name: 'game', npCommunicationId: decoded(game) } as const;
    return trophy === undefined ? of : { ...of, trophyId: Number(trophy) };
  }
  const year = /^#\/year(?:\/(.*))?$/su.exec(hash);
  if (year !== null) return yearRouteOf(decoded(year[1] ?? ''));
  const [, named, query = ''] = /^#\/(\w+)(?:\?(.*))?$/su.exec(hash) ?? [];
  const name = QUERIED.find((each) => each === named);
  if (name !== undefined) return { name, query };
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
  /** How these pages were looked at last. */
  readonly #queries: Record<KeptRoute['name'], string> = { library: '', statistics: '' };
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

  constructor() {
    this.#show(this.#route);
  }

  get current(): Route {
    this.#subscribe();
    return this.#route;
  }

  get libraryQuery(): string {
    this.#subscribe();
    return this.#queries.library;
  }

  get statisticsQuery(): string {
    this.#subscribe();
    return this.#queries.statistics;
  }

  /** The library is looked at in another way: the same page with another address. */
  replaceLibraryQuery(query: string): void {
    this.#replace({ name: 'library', query });
  }

  /** The statistics are looked at in another way (`statistics-view.ts`): the same page with another address. */
  replaceStatisticsQuery(query: string): void {
    this.#replace({ name: 'statistics', query });
  }

  /** The log is narrowed in another way: the same page with another address. */
  replaceLogQuery(query: string): void {
    this.#replace({ name: 'log', query });
  }

  /** Something else is to be played next (`next-moods.ts`): the same page with another address. */
  replaceNextQuery(query: string): void {
    this.#replace({ name: 'next', query });
  }

  #replace(route: QueriedRoute): void {
    const { name, query } = route;
    const address = `#/${name}${query && `?${query}`}`;
    this.#show(route);
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
    const left = this.#route.name;
    const route = routeOf(location.hash);
    if (isKept(route) && route.query === '' && left !== route.name)
      this.#replace({ ...route, query: this.#queries[route.name] });
    else this.#show(route);
    this.#update();
  }

  #show(route: Route): void {
    this.#route = route;
    if (isKept(route)) this.#queries[route.name] = route.query;
  }
}

function isKept(route: Route): route is KeptRoute {
  return KEPT.some((name) => name === route.name);
}
