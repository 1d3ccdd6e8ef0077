import type { NewsSinceLooked } from '../../utils/domain/sync/glance';

/** As many as there is room for. */
const SHOWN = 3;

/** The news of one look: what has been seen stays until the popup is closed, and what a sync finds meanwhile comes first. */
export class ShownNews {
  #shown: NewsSinceLooked | null = null;
  readonly #current: NewsSinceLooked | null;

  constructor(latest: () => NewsSinceLooked | null) {
    this.#current = $derived((this.#shown = together(latest(), this.#shown)));
  }

  get current(): NewsSinceLooked | null {
    return this.#current;
  }
}

function together(
  latest: NewsSinceLooked | null,
  shown: NewsSinceLooked | null,
): NewsSinceLooked | null {
  if (latest === null || latest.upTo === shown?.upTo) return shown;
  const isLatest = ({ npCommunicationId: id }: { npCommunicationId: string }): boolean =>
    latest.titles.some(({ npCommunicationId }) => npCommunicationId === id);
  const titles = [...latest.titles, ...(shown?.titles ?? []).filter((title) => !isLatest(title))];
  const more = Math.max(latest.more, (shown?.more ?? 0) + Math.max(0, titles.length - SHOWN));
  return { titles: titles.slice(0, SHOWN), more, upTo: latest.upTo };
}
