import { LATEST } from '@/utils/domain/sync/latest-requests';
import { FakeLibrary } from './fake-library';
import { definition, state } from './scene-trophies';
import { aPlayedGame, aTitle } from './titles';
import type { Title } from '@/utils/domain/library/title';

const DAY = 24 * 3_600_000;

/** A library at Sony, and what becomes of it. */
export class SceneLibrary {
  psn = new FakeLibrary();
  now = 1_000 * DAY;

  constructor() {
    this.psn.pageSize = 800;
    this.psn.playedPageSize = 200;
  }

  id(n: number): string {
    return `NPWR0000${String(n)}_00`;
  }

  /** Sony's list says something else of a game from now on. */
  say(n: number, said: Partial<Title>): void {
    this.psn.titleRows = this.psn.titleRows.map((title) =>
      title.npCommunicationId === this.id(n) ? { ...title, ...said } : title,
    );
  }

  /** A game with two trophies, the first of them earned, played so many days ago. */
  addTitle({ n, daysAgo, groupCount = 1 }: { n: number; daysAgo: number; groupCount?: number }) {
    const npCommunicationId = this.id(n);
    const playedAt = this.now - daysAgo * DAY - n;
    this.psn.titleRows.unshift(
      aTitle({
        npCommunicationId,
        groupCount,
        name: `Game ${String(n)}`,
        defined: { bronze: 2, silver: 0, gold: 0, platinum: 0 },
        earned: { bronze: 1, silver: 0, gold: 0, platinum: 0 },
        progress: 50,
        lastUpdatedAt: playedAt,
      }),
    );
    this.psn.playedRows.unshift(
      aPlayedGame({ npTitleId: `PPSA0000${String(n)}_00`, lastPlayedAt: playedAt }),
    );
    this.psn.sets.set(`PPSA0000${String(n)}_00`, [npCommunicationId]);
    this.psn.definitionRows.set(npCommunicationId, [definition(0), definition(1)]);
    this.psn.stateRows.set(npCommunicationId, [state(0, playedAt), state(1, null)]);
  }

  /** Ten games more, which Sony's list has first: those that are fetched before the player has picked any. */
  addLatest(): void {
    for (let n = LATEST; n >= 1; n--) {
      const npCommunicationId = `NPWR1${String(n).padStart(4, '0')}_00`;
      const counts = { bronze: 1, silver: 0, gold: 0, platinum: 0 };
      const facts = { npCommunicationId, defined: counts, earned: counts, progress: 100 };
      this.psn.titleRows.unshift(aTitle({ ...facts, lastUpdatedAt: this.now - n }));
      this.psn.definitionRows.set(npCommunicationId, [definition(0)]);
      this.psn.stateRows.set(npCommunicationId, [state(0, this.now - n)]);
    }
  }

  /** A trophy is earned now: Sony's list says so, and puts the game first. */
  earn(n: number, trophyId: number): void {
    const states = (this.psn.stateRows.get(this.id(n)) ?? []).map((each) =>
      each.trophyId === trophyId ? state(trophyId, this.now) : each,
    );
    this.psn.stateRows.set(this.id(n), states);
    this.#changeTitle(n, (title) => ({
      ...title,
      earned: { ...title.earned, bronze: states.filter(({ earned }) => earned).length },
      progress: 100,
      lastUpdatedAt: this.now,
    }));
  }

  /** An add-on comes out: more trophies and another version, and the date stays. */
  addOn(n: number): void {
    this.#changeTitle(n, (title) => ({
      ...title,
      trophySetVersion: '01.01',
      defined: { ...title.defined, bronze: (title.defined.bronze ?? 0) + 1 },
      progress: 33,
    }));
    const id = this.id(n);
    this.psn.definitionRows.set(id, [...(this.psn.definitionRows.get(id) ?? []), definition(2)]);
    this.psn.stateRows.set(id, [...(this.psn.stateRows.get(id) ?? []), state(2, null)]);
  }

  removeTitle(n: number): void {
    this.psn.titleRows = this.psn.titleRows.filter(
      ({ npCommunicationId }) => npCommunicationId !== this.id(n),
    );
  }

  #changeTitle(n: number, change: (title: ReturnType<typeof aTitle>) => ReturnType<typeof aTitle>) {
    this.psn.titleRows = this.psn.titleRows
      .map((title) => (title.npCommunicationId === this.id(n) ? change(title) : title))
      .sort((one, other) => other.lastUpdatedAt - one.lastUpdatedAt);
  }
}
