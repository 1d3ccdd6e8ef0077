import { FailureError, type Failure } from '@/utils/domain/failure';
import type { TrophySummary } from '@/utils/domain/connection/player';
import type { PlayedGame, Title } from '@/utils/domain/library/title';
import type {
  TrophyDefinition,
  TrophyGroup,
  TrophyState,
} from '@/utils/domain/trophies/trophy-set';
import type { Definitions, Page, PsnLibrary, Rows, SetName, UnreadRow } from '@/utils/sync/ports';

type FakeCall =
  'titles' | 'summary' | 'playedGames' | 'setsOf' | 'definitions' | 'groups' | 'earned';

/** An account's library at Sony, in memory, in small pages. */
export class FakeLibrary implements PsnLibrary {
  titleRows: Title[] = [];
  unreadRows: UnreadRow[] = [];
  playedRows: PlayedGame[] = [];
  sets = new Map<string, string[]>();
  /** The language in which it answers. */
  readsIn = 'en';
  pageSize = 2;
  playedPageSize = 2;
  /** Failures to answer with, by call, in order. */
  failures: Partial<Record<FakeCall, (Failure | null)[]>> = {};
  /** Fails a request by what it asks for, for as long as this answers a failure. */
  failsOn: (asked: string) => Failure | null = () => null;
  definitionRows = new Map<string, TrophyDefinition[]>();
  stateRows = new Map<string, TrophyState[]>();
  /** Trophies whose definitions come in a shape that cannot be read, by set. */
  unreadTrophies = new Map<string, number[]>();
  /** What happens at Sony right after a page of titles was read. */
  afterTitles: (offset: number) => void = () => undefined;
  readonly asked: string[] = [];

  language(): string {
    return this.readsIn;
  }

  async titles(offset: number): Promise<Page<Title>> {
    await this.#answer('titles', `titles ${String(offset)}`);
    const page = this.#page(this.titleRows, offset);
    this.afterTitles(offset);
    const rows = page.rows.map((row) => ({ ...row, language: this.readsIn }));
    return { ...page, rows, unread: offset === 0 ? this.unreadRows : [] };
  }

  async summary(): Promise<TrophySummary> {
    await this.#answer('summary', 'summary');
    const earned = { bronze: 1, silver: 0, gold: 0, platinum: 0 };
    return { trophyLevel: 7, progress: 50, tier: 1, earned };
  }

  async playedGames(offset: number, limit: number): Promise<Page<PlayedGame>> {
    await this.#answer('playedGames', `played ${String(offset)}`);
    const end = offset + Math.min(limit, this.playedPageSize);
    const total = this.playedRows.length;
    const nextOffset = end < total ? end : null;
    return { rows: this.playedRows.slice(offset, end), unread: [], nextOffset, total };
  }

  async definitions({ npCommunicationId }: SetName): Promise<Definitions> {
    await this.#answer('definitions', `definitions ${npCommunicationId}`);
    const all = this.definitionRows.get(npCommunicationId) ?? [];
    const unread = this.unreadTrophies.get(npCommunicationId) ?? [];
    return {
      rows: all.filter(({ trophyId }) => !unread.includes(trophyId)),
      unread: unread.map((trophyId) => ({ id: String(trophyId), fields: ['trophyType'] })),
      language: this.readsIn,
    };
  }

  async groups({ npCommunicationId }: SetName): Promise<TrophyGroup[]> {
    await this.#answer('groups', `groups ${npCommunicationId}`);
    return [{ groupId: 'default', name: 'Base', iconUrl: null }];
  }

  async earned({ npCommunicationId }: SetName): Promise<Rows<TrophyState>> {
    await this.#answer('earned', `earned ${npCommunicationId}`);
    return { rows: this.stateRows.get(npCommunicationId) ?? [], unread: [] };
  }

  async setsOf(npTitleIds: readonly string[]): Promise<Map<string, string[]>> {
    await this.#answer('setsOf', `sets ${npTitleIds.join(',')}`);
    return new Map(npTitleIds.map((id) => [id, this.sets.get(id) ?? []]));
  }

  #page<Row>(all: Row[], offset: number): Page<Row> {
    const end = offset + this.pageSize;
    const total = all.length + (all.length === this.titleRows.length ? this.unreadRows.length : 0);
    const nextOffset = end < all.length ? end : null;
    return { rows: all.slice(offset, end), unread: [], nextOffset, total };
  }

  async #answer(call: FakeCall, asked: string): Promise<void> {
    await Promise.resolve();
    this.asked.push(asked);
    const failure = this.failures[call]?.shift() ?? this.failsOn(asked);
    if (failure !== null) throw new FailureError(failure);
  }
}
