import type { SaidPlayer } from '../domain/connection/player';
import { isWeeklyDue } from '../domain/sync/weekly';
import type { ListPhase } from '../domain/sync/sync-status';
import { startAfter, type Cursor } from './cursor';
import { noteGoalEnds } from './note-goal-ends';
import type { ListStore, PsnLibrary, SyncPorts } from './ports';
import { readPlayedGames } from './read-played-games';
import { readTitles } from './read-titles';
import type { Step } from './step';

interface Sources {
  psn: PsnLibrary;
  player: () => Promise<SaidPlayer>;
  lists: ListStore;
  ports: Pick<SyncPorts, 'now' | 'settings'>;
}

type Read = Pick<Step, 'next' | 'store'>;

/** Reads Sony's lists, a page a step, and no further than what is stored makes necessary; and what is read weekly. */
export class ReadLists {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The next request of the phase that the cursor stands in; null where none is needed. */
  async ask(cursor: Cursor, phase: ListPhase): Promise<Step | null> {
    const read = await this.#read(cursor, phase);
    return read && { ...read, remaining: null };
  }

  #read(cursor: Cursor, phase: ListPhase): Promise<Read | null> {
    if (phase === 'titles') return readTitles(this.#sources, cursor);
    if (phase === 'played-games') return readPlayedGames(this.#sources, cursor);
    return phase === 'summary' ? this.#summary(cursor) : this.#profile(cursor);
  }

  async #summary(cursor: Cursor): Promise<Read | null> {
    const { psn, lists, ports } = this.#sources;
    const { summaryAt, titlesReadAt: readBefore } = await lists.facts();
    const isAsked = cursor.whole || cursor.again > 0;
    if (!isAsked && !isWeeklyDue(summaryAt, ports.now())) return null;
    const summary = await psn.summary();
    return {
      next: startAfter(cursor, 'summary'),
      store: async (next) => {
        await lists.storeSummary(summary, next);
        const by = Object.values(summary.earned).includes(null) ? 'part-of-sum' : 'sum';
        await noteGoalEnds(lists, { by, at: ports.now(), readBefore });
      },
    };
  }

  async #profile(cursor: Cursor): Promise<Read | null> {
    const { player: ask, lists, ports } = this.#sources;
    const { profileAt } = await lists.facts();
    if (!isWeeklyDue(profileAt, ports.now())) return null;
    const player = await ask();
    return {
      next: startAfter(cursor, 'profile'),
      store: (next) => lists.storePlayer(player, next),
    };
  }
}
