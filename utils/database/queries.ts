import { Dexie } from 'dexie';
import type { LateTrophy } from '../domain/history/late-trophies';
import type { SetVersion } from '../domain/history/set-versions';
import type { HundredEvent } from '../domain/numbers/log-milestones';
import type { RecordedHours } from '../domain/numbers/played-hours';
import type { NotToBeHad } from '../domain/numbers/not-to-be-had';
import type { SetEarnings } from '../domain/numbers/earnings';
import { annotationsIn } from '../domain/library/player-item';
import type { KeptGoal, NextMarks } from '../domain/numbers/next-marks';
import { EMPTY_SNAPSHOT, type Snapshot } from '../domain/sync/snapshot';
import type { SyncRun } from '../domain/sync/sync-run';
import type { LibraryTitle, PlayedGame } from '../domain/library/title';
import type { TrophyAnnotation } from '../domain/trophies/trophy-annotation';
import type { TrophySet } from '../domain/trophies/trophy-set';
import { AppsReading } from './apps';
import type { LibraryDatabase, UnreadEntry } from './database';
import type { EarnedName } from './earned-name';
import { EarningsReading } from './followed-earnings';
import { KeptSource } from './kept-source';
import { TitlesReading, type ReadTitles } from './followed-titles';
import { readNextMarks } from './next-marks';
import { earnedNamesIn, unpacked } from './packed-set';
import { LibraryReader, type Source } from './read-library';
import { PATIENCE } from './followed-query';
import { readGoals } from './read-goals';
import { readHundredEvents, readNotToBeHad, readRecordedHours } from './read-for-figures';

export type { UnreadEntry } from './database';
export { librariesHere, type LibraryHere, type PlayerMade } from './libraries-here';
export { storedAmounts, type StoredAmount, type StoredAmounts } from './stored-amounts';
export type { Follower } from './followed-query';
export type { ReadTitles } from './followed-titles';
export type { Source } from './read-library';

/** What the earned trophies of a set are called. */
export interface EarnedNamesOfSet {
  npCommunicationId: string;
  names: readonly EarnedName[];
}

/** Pages that are made of everything that was earned are opened one after the other. */
const KEPT_FOR = 10 * 60_000;
/** What is read whole at each change. */
const UNTIL_CHANGE = { keptFor: KEPT_FOR, untilChange: true };

/** Reads for pages. Live: Dexie tells every context of a change that any of them made. */
export class LibraryQueries {
  readonly #library: LibraryReader;
  readonly #atHand: Pick<KeptSource<unknown>, 'forget'>[] = [];
  #earnings: KeptSource<readonly SetEarnings[]> | null = null;
  readonly #hours = this.#atHandOf(readRecordedHours);
  readonly #events = this.#atHandOf(readHundredEvents);
  readonly #marks = this.#atHandOf(readNextMarks);
  readonly #notToBeHad = this.#atHandOf(readNotToBeHad);
  readonly #goals = this.#atHandOf(readGoals);

  /** @param isPrivate in a private window, where there is nothing to read */
  constructor(accountId: string, isPrivate: boolean, patience = PATIENCE) {
    this.#library = new LibraryReader(accountId, isPrivate, patience);
  }

  /** The titles that were played last, for a first screen before the rest. */
  firstTitles(limit: number): Source<ReadTitles> {
    return this.#library.follow(async ({ titles }) => {
      const newestFirst = titles.orderBy('lastPlayedAt').reverse();
      return { titles: await newestFirst.limit(limit).toArray(), unreadable: 0 };
    });
  }

  /**
   * All titles, last played first, and how many cannot be read.
   * @param before as the page opened with them
   */
  titles(before?: readonly LibraryTitle[]): Source<ReadTitles> {
    return this.#library.followRows('titles', (library) => new TitlesReading(library, before));
  }

  /**
   * What was earned of every set: what the log and every figure with a date are made of.
   * @param before as the page opened with all of it
   */
  earnings(
    now: () => number,
    before?: () => readonly SetEarnings[] | null,
  ): Source<readonly SetEarnings[]> {
    this.#earnings ??= new KeptSource(
      () =>
        this.#library.followRows(
          'earnings',
          (library) => new EarningsReading(library, now, before?.() ?? []),
        ),
      { keptFor: KEPT_FOR },
    );
    return this.#earnings;
  }

  /** The same of the sets in which something was earned last: the newest so many trophies are among theirs. */
  latestEarnings(limit: number): Source<readonly SetEarnings[]> {
    return this.#library.follow(({ earnings }) =>
      earnings.orderBy('lastAt').reverse().limit(limit).toArray(),
    );
  }

  /** What is recorded of when games were played, from day to day. */
  recordedHours(): Source<RecordedHours> {
    return this.#hours;
  }

  /** When syncs have seen that a 100 % was reached, or lost. */
  hundredEvents(): Source<HundredEvent[]> {
    return this.#events;
  }

  /** What has arrived later than it was earned, as syncs have seen it. */
  lateTrophies(): Source<LateTrophy[]> {
    return this.#library.follow(async ({ trophyEvents }) =>
      (await trophyEvents.toArray()).filter(({ kind }) => kind === 'late'),
    );
  }

  /** What besides the titles the list of what to play next is made of. */
  nextMarks(): Source<NextMarks> {
    return this.#marks;
  }

  /** What the player has marked as not to be had any more, of the sets in which there is any. */
  notToBeHad(): Source<NotToBeHad> {
    return this.#notToBeHad;
  }

  /** What the player wants to have by a day. */
  goals(): Source<KeptGoal[]> {
    return this.#goals;
  }

  /** What was played and is rather an app, last played first; null where nobody knows what was played. */
  apps(): Source<PlayedGame[] | null> {
    return this.#library.followRows('playedGames', (library) => new AppsReading(library));
  }

  /** One title, or undefined where the library has none of that id. */
  title(npCommunicationId: string): Source<LibraryTitle | undefined> {
    return this.#library.follow(({ titles }) => titles.get(npCommunicationId));
  }

  /** A title's trophies, or null where none are held. */
  trophySet(npCommunicationId: string): Source<TrophySet | null> {
    return this.#library.follow(async ({ trophySets }) => {
      const row = await trophySets.get(npCommunicationId);
      return row === undefined ? null : unpacked(row);
    });
  }

  /** The trophies of these titles, without those of which none are held. */
  trophySets(ids: readonly string[]): Source<TrophySet[]> {
    return this.#library.follow(async ({ trophySets }) => {
      const rows = await trophySets.bulkGet([...ids]);
      return rows.flatMap((row) => (row === undefined ? [] : [unpacked(row)]));
    });
  }

  /** What the trophies are called that are earned of these titles. */
  earnedNames(ids: readonly string[]): Source<EarnedNamesOfSet[]> {
    return this.#library.follow(async ({ trophySets }) => {
      const rows = await trophySets.bulkGet([...ids]);
      return rows.flatMap((row) =>
        row === undefined
          ? []
          : { npCommunicationId: row.npCommunicationId, names: earnedNamesIn(row) },
      );
    });
  }

  /** What a title's set was before, as often as that was seen. */
  setVersions(npCommunicationId: string): Source<SetVersion[]> {
    return this.#library.follow(({ setVersions }) =>
      setVersions
        .where('[npCommunicationId+seenAt]')
        .between([npCommunicationId, Dexie.minKey], [npCommunicationId, Dexie.maxKey])
        .toArray(),
    );
  }

  /** True where a title's trophies could not be read when they were asked for last. */
  isUnread(npCommunicationId: string): Source<boolean> {
    return this.#library.follow(async ({ unreadRows }) => {
      const row = await unreadRows.get(`trophies/${npCommunicationId}`);
      return row !== undefined;
    });
  }

  /** What the player noted of a title's trophies. */
  annotations(npCommunicationId: string): Source<TrophyAnnotation[]> {
    return this.#library.follow(async ({ playerItems }) =>
      annotationsIn(await playerItems.where({ npCommunicationId }).toArray()),
    );
  }

  /** When a loss was found that the player does not know of; null where there was none. */
  lostAt(): Source<number | null> {
    return this.#library.follow(
      async ({ overview }) => (await overview.get('library'))?.lostAt ?? null,
    );
  }

  /** What a snapshot would say of it: of a library that no sync works on. */
  snapshot(): Source<Snapshot> {
    return this.#library.follow(async ({ overview, titles }) => {
      const known = await overview.get('library');
      return {
        ...EMPTY_SNAPSHOT,
        player: known?.player ?? null,
        summary: known?.summary ?? null,
        hasChosen: known?.hasChosen ?? false,
        lastSyncedAt: known?.lastSyncedAt ?? null,
        titlesReadAt: known?.titlesReadAt ?? null,
        titleCount: await titles.count(),
      };
    });
  }

  /** The reports of the last hundred syncs, the latest first. */
  runs(): Source<SyncRun[]> {
    return this.#library.follow(({ syncRuns }) =>
      syncRuns.orderBy('startedAt').reverse().toArray(),
    );
  }

  /** When the sync under way began, and the requests that it has made: its report learns of them where it waits. */
  underWay(): Source<Pick<SyncRun, 'startedAt' | 'requests'> | null> {
    return this.#library.follow(async ({ syncCursor }) => {
      const [cursor] = await syncCursor.toArray();
      return cursor === undefined
        ? null
        : { startedAt: cursor.startedAt, requests: cursor.requests };
    });
  }

  /** What of Sony's answers could not be read, the latest first. */
  unreadRows(): Source<UnreadEntry[]> {
    return this.#library.follow(async ({ unreadRows }) => {
      const rows = await unreadRows.toArray();
      return rows.sort((one, other) => other.seenAt - one.seenAt);
    });
  }

  /** What more than one page is made of, or one page that is opened again and again. */
  #atHandOf<Value>(find: (library: LibraryDatabase) => Promise<Value>): KeptSource<Value> {
    const kept = new KeptSource(() => this.#library.follow(find), UNTIL_CHANGE);
    this.#atHand.push(kept);
    return kept;
  }

  close(): void {
    for (const kept of [this.#earnings, ...this.#atHand]) kept?.forget();
    this.#library.close();
  }
}
