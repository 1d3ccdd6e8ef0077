import type { Player } from '../domain/player';
import type { RecentTitle } from '../domain/snapshot';
import type { Choice, LibraryTitle } from '../domain/title';
import type { TrophyMark } from '../domain/trophy-mark';
import type { LibraryDesk, LibraryGlance } from '../sync/ports';
import type { LibraryDatabase } from './database';
import type { Writes } from './writes';

const RECENT = 3;
/** More open pages than this nobody reads at once. */
const OPENED = 10;

/** What the player changes in the library, and the glance at it that the popup shows. */
export class DexieLibraryDesk implements LibraryDesk {
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  keepPlayer(player: Player): Promise<void> {
    return this.#writes.transaction(() => this.#writes.changeOverview({ player }));
  }

  choose(choices: ReadonlyMap<string, Choice>): Promise<void> {
    return this.#writes.transaction(async ({ titles }) => {
      const held = await titles.bulkGet([...choices.keys()]);
      await titles.bulkPut(
        held.flatMap((title) => {
          if (title === undefined) return [];
          return [{ ...title, choice: choices.get(title.npCommunicationId) ?? title.choice }];
        }),
      );
      await this.#writes.changeOverview({ hasPicks: true, hasChosen: true });
    });
  }

  keepOpened(npCommunicationId: string): Promise<void> {
    return this.#writes.transaction(async () => {
      const { opened } = await this.#writes.overview();
      const others = opened.filter((id) => id !== npCommunicationId);
      await this.#writes.changeOverview({
        opened: [npCommunicationId, ...others].slice(0, OPENED),
      });
    });
  }

  keepMark(mark: TrophyMark): Promise<void> {
    return this.#writes.transaction(async ({ marks }) => {
      if (mark.note === '' && !mark.pinned) {
        await marks.delete([mark.npCommunicationId, mark.trophyId]);
      } else {
        await marks.put(mark);
      }
    });
  }

  async glance(): Promise<LibraryGlance> {
    const { titles, setAside, runs } = this.#database;
    const [titleCount, unreadCount, recent, overview, lastRun] = await Promise.all([
      titles.count(),
      setAside.count(),
      titles.orderBy('lastPlayedAt').reverse().limit(RECENT).toArray(),
      this.#writes.overview(),
      runs
        .orderBy('startedAt')
        .reverse()
        .filter(({ outcome }) => outcome === 'complete')
        .first(),
    ]);
    const { player, summary, lastSyncedAt, gaps, hasChosen } = overview;
    const recentTitles = recent.map(recentOf);
    return {
      player,
      summary,
      lastSyncedAt,
      gaps,
      hasChosen,
      recentTitles,
      titleCount,
      unreadCount,
      lastRun: lastRun ?? null,
    };
  }

  get #database(): LibraryDatabase {
    return this.#writes.database;
  }
}

function recentOf(title: LibraryTitle): RecentTitle {
  const { npCommunicationId, name, iconUrl, platforms, progress, earned, lastPlayedAt } = title;
  return { npCommunicationId, name, iconUrl, platforms, progress, earned, lastPlayedAt };
}
