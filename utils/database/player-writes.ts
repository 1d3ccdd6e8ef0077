import type { GameMarks } from '../domain/library/game-marks';
import {
  NO_SET,
  WHOLE_SET,
  type PlayerItem,
  type PlayerItemKind,
  type PlayerValues,
  type StoredItem,
} from '../domain/library/player-item';
import { agedItem, isForgotten } from '../domain/library/deletions';
import { versionAfter } from '../domain/library/later-item';
import { isRoaming, laterOfBoth } from '../domain/library/roaming-items';
import type { Goal } from '../domain/numbers/goal-pace';
import type { NotThisChange } from '../domain/numbers/not-this';
import type { Followed } from '../domain/sync/followed';
import type { SyncRequestKind } from '../domain/sync/next-sync-action';
import type { Glance } from '../domain/sync/glance';
import type { Choice } from '../domain/library/title';
import { HOUR } from '../domain/time-units';
import { TROPHY_TYPES, type AnnotationChange } from '../domain/trophies/trophy-annotation';
import type { LibraryExcerpt, PlayerWrites } from '../sync/ports';
import { copyMarks } from './copy-marks';
import { closestPlatinumsWith, GLANCE_TABLES, readGlance } from './glance';
import { readExcerpt } from './excerpt';
import { addOpened } from './opened-games';
import { playerItemsAmong } from './player-items';
import { titlesAmong } from './some-titles';
import type { Writes } from './writes';

/** Which requests a new one takes back, besides its like. */
const TAKEN_BACK: Record<SyncRequestKind, readonly SyncRequestKind[]> = {
  sync: ['stop'],
  stop: ['sync', 'picks', 'game', 'gaps'],
  picks: [],
  game: [],
  gaps: [],
};

/** Where what the player says of a game is, and what of it the list of games reads. */
const MARKING_TABLES = ['playerItems', 'titles', 'trophySets', 'overview'] as const;

/** What the player makes and asks for. Never written by an answer of Sony's. */
export class DexiePlayerWrites implements PlayerWrites {
  readonly #writes: Writes;
  readonly #device: string;

  /** @param device the id of this install */
  constructor(writes: Writes, device: string) {
    this.#writes = writes;
    this.#device = device;
  }

  /** The choice itself, and the copy of it that the list of games reads. */
  choose(choices: ReadonlyMap<string, Choice>): Promise<void> {
    const tables = ['playerItems', 'titles', 'overview', 'syncRequests'] as const;
    return this.#writes.transaction(tables, async (database) => {
      await this.#storeItems(
        'choice',
        [...choices].map(([npCommunicationId, value]) => {
          return { npCommunicationId, trophyId: WHOLE_SET, value };
        }),
      );
      const chosen = await titlesAmong(database, [...choices.keys()]);
      await database.titles.bulkPut(
        chosen.map((title) => {
          return { ...title, choice: choices.get(title.npCommunicationId) ?? title.choice };
        }),
      );
      await this.#writes.changeOverview({ hasPicks: true, hasChosen: true, nothingMissing: null });
      await this.#ask('picks', null);
    });
  }

  /** What is said itself, and the copy of it that the list of games reads. */
  markGame(
    npCommunicationId: string,
    { status, hide, unobtainable, tags }: Partial<GameMarks>,
  ): Promise<void> {
    const of = { npCommunicationId, trophyId: WHOLE_SET };
    return this.#writes.transaction(MARKING_TABLES, async () => {
      if (status !== undefined) await this.#storeItems('status', [{ ...of, value: status }]);
      if (hide !== undefined) await this.#storeItems('hide', [{ ...of, value: hide || null }]);
      if (unobtainable !== undefined)
        await this.#storeItems('unobtainable', [{ ...of, value: unobtainable || null }]);
      if (tags !== undefined)
        await this.#storeItems('tags', [{ ...of, value: tags.length === 0 ? null : [...tags] }]);
      await this.#copyMarks(npCommunicationId);
    });
  }

  storeAnnotation({ note, pinned, unobtainable, ...said }: AnnotationChange): Promise<void> {
    const of = { npCommunicationId: said.npCommunicationId, trophyId: said.trophyId };
    return this.#writes.transaction(MARKING_TABLES, async () => {
      if (note !== undefined)
        await this.#storeItems('note', [{ ...of, value: note === '' ? null : note }]);
      if (pinned !== undefined) await this.#storeItems('pin', [{ ...of, value: pinned || null }]);
      for (const type of TROPHY_TYPES) {
        const value = said[type];
        if (value !== undefined) await this.#storeItems(type, [{ ...of, value: value || null }]);
      }
      if (unobtainable === undefined) return;
      const value = unobtainable || null;
      const isNew = await this.#storeItems('unobtainable', [{ ...of, value }]);
      if (isNew) await this.#copyMarks(of.npCommunicationId);
    });
  }

  storeNotThis({ trophyId, ...change }: NotThisChange): Promise<void> {
    return this.#storeAlone('not-this', { ...change, trophyId: trophyId ?? WHOLE_SET });
  }

  storeGoal(id: number, goal: Goal | null): Promise<void> {
    return this.#writes.transaction(['playerItems'], async ({ playerItems }) => {
      const of = { npCommunicationId: NO_SET, trophyId: id };
      await this.#storeItems('goal', [{ ...of, value: goal }]);
      // How it ended is nothing that the player made: no deletion of it has to be kept.
      if (goal === null) await playerItems.delete(['goal-end', NO_SET, id]);
    });
  }

  async meetItems(others: readonly StoredItem[]): Promise<StoredItem[]> {
    let both: StoredItem[] = [];
    await this.#writes.transaction(MARKING_TABLES, async ({ playerItems }) => {
      const now = this.#writes.now();
      // What is forgotten and not swept yet is put nowhere: others take it out again.
      const isKept = (item: StoredItem): boolean => isRoaming(item) && !isForgotten(item, now);
      const here = (await playerItems.toArray()).filter(isKept);
      both = laterOfBoth(here, others.filter(isKept), now);
      const known = new Set(here);
      const news = both.filter((item) => !known.has(item));
      // As they came: what a later build says in them no build may lose.
      await playerItems.bulkPut(news as PlayerItem[]);
      // A note and a pin are read where they lie.
      const marked = news.filter(({ trophyId }) => trophyId === WHOLE_SET);
      for (const id of new Set(marked.map(({ npCommunicationId }) => npCommunicationId)))
        await this.#copyMarks(id);
    });
    return both;
  }

  forgetDeletions(): Promise<void> {
    return this.#writes.transaction(['playerItems'], async ({ playerItems }) => {
      const items = await playerItems.toArray();
      const goals = items.filter(({ kind, value }) => kind === 'goal' && value !== null);
      const ids = new Set(goals.map(({ trophyId }) => trophyId));
      for (const item of items) {
        const aged = agedItem(item, this.#writes.now());
        // An older copy may have brought the end of a goal that is given up.
        if (aged === null || (item.kind === 'goal-end' && !ids.has(item.trophyId)))
          await playerItems.delete([item.kind, item.npCommunicationId, item.trophyId]);
        else if (aged !== item) await playerItems.put(aged as PlayerItem);
      }
    });
  }

  acknowledgeLoss(): Promise<void> {
    return this.#writes.transaction(['overview'], () =>
      this.#writes.changeOverview({ lostAt: null }),
    );
  }

  noteNewsSeen(upTo: number): Promise<void> {
    return this.#writes.transaction(['overview'], async () => {
      const { newsSeenUpTo } = await this.#writes.overview();
      // Two popups may say so, the later one first.
      if (upTo <= (newsSeenUpTo ?? -Infinity)) return;
      await this.#writes.changeOverview({ newsSeenUpTo: upTo });
    });
  }

  glance(): Promise<Glance> {
    return this.#writes.read([...GLANCE_TABLES, 'overview'], async (database) =>
      readGlance(database, await this.#writes.overview()),
    );
  }

  excerpt(followed: Pick<Followed, 'everyGame'>): Promise<LibraryExcerpt> {
    return readExcerpt(this.#writes, followed);
  }

  ask(kind: SyncRequestKind, npCommunicationId: string | null = null): Promise<void> {
    return this.#writes.transaction(['syncRequests'], () => this.#ask(kind, npCommunicationId));
  }

  openGame(npCommunicationId: string): Promise<void> {
    return this.#writes.transaction(['openedGames'], (database) =>
      addOpened(database, npCommunicationId),
    );
  }

  /** What the player says of a game, where the list and the popup read it. */
  async #copyMarks(npCommunicationId: string): Promise<void> {
    const { database } = this.#writes;
    await copyMarks(database, npCommunicationId);
    const { closestPlatinums: known } = await this.#writes.overview();
    const closest = await closestPlatinumsWith(database, known, npCommunicationId);
    await this.#writes.changeOverview({ closestPlatinums: closest });
  }

  async #ask(kind: SyncRequestKind, npCommunicationId: string | null): Promise<void> {
    const { syncRequests } = this.#writes.database;
    await syncRequests
      .filter((past) => {
        const isLike = past.kind === kind && past.npCommunicationId === npCommunicationId;
        return isLike || TAKEN_BACK[kind].includes(past.kind);
      })
      .delete();
    await syncRequests.add({ kind, npCommunicationId, tries: 0, pause: null });
  }

  /** What nothing has a copy of. */
  #storeAlone<Kind extends PlayerItemKind>(
    kind: Kind,
    item: { npCommunicationId: string; trophyId: number; value: PlayerValues[Kind] | null },
  ): Promise<void> {
    return this.#writes.transaction(['playerItems'], async () => {
      await this.#storeItems(kind, [item]);
    });
  }

  /** Only what is something else than before, and a deletion only of something. Answers whether anything is. */
  async #storeItems<Kind extends PlayerItemKind>(
    kind: Kind,
    items: { npCommunicationId: string; trophyId: number; value: PlayerValues[Kind] | null }[],
  ): Promise<boolean> {
    const { playerItems } = this.#writes.database;
    const known = await playerItemsAmong({ playerItems }, kind, items);
    const before = new Map(known.map((item) => [keyOf(item), item]));
    const now = this.#writes.now();
    const changed = items.flatMap((item) => {
      const { value = null, version = 0 } = before.get(keyOf(item)) ?? {};
      if (JSON.stringify(value) === JSON.stringify(item.value)) return [];
      const said = { ...item, kind, version: versionAfter(version, now), device: this.#device };
      // Not before what it deletes was said: a clock that is far behind would have it forgotten once it is put right.
      const deletedAt = Math.max(now, (version - 1) * HOUR);
      return [item.value === null ? { ...said, deletedAt } : said];
    });
    await playerItems.bulkPut(changed);
    return changed.length > 0;
  }
}

/** Of which set and trophy an item of a kind is. */
function keyOf({
  npCommunicationId,
  trophyId,
}: Pick<StoredItem, 'npCommunicationId' | 'trophyId'>): string {
  return `${npCommunicationId}/${String(trophyId)}`;
}
