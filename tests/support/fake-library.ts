import { FailureError, type Failure } from '@/utils/domain/failure';
import type { Player, TrophySummary } from '@/utils/domain/connection/player';
import type { PlayedGame, Title } from '@/utils/domain/library/title';
import type { ListName } from '@/utils/domain/sync/list-reading';
import type {
  TrophyDefinition,
  TrophyGroup,
  TrophyState,
} from '@/utils/domain/trophies/trophy-set';
import type {
  Definitions,
  Matches,
  Page,
  PsnLibrary,
  SetName,
  TrophyRows,
  UnreadRow,
} from '@/utils/sync/ports';

type FakeCall =
  'titles' | 'summary' | 'player' | 'playedGames' | 'setsOf' | 'definitions' | 'groups' | 'earned';

/** As Sony sends it: with a total. */
export type CountedPage<Row> = Page<Row> & { total: number };

/** An account's library at Sony, in memory, in small pages. */
export class FakeLibrary implements PsnLibrary {
  titleRows: Title[] = [];
  unreadRows: UnreadRow[] = [];
  playedRows: PlayedGame[] = [];
  sets = new Map<string, string[]>();
  /** Of every set. */
  groupRows: TrophyGroup[] = [{ groupId: 'default', name: 'Base', iconUrl: null }];
  /** Games of which not all sets can be read. */
  unsure: Matches['unsure'] = new Map();
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
  /** Sets of which only the first so many trophies come. */
  shortAt = new Map<string, number>();
  /** What happens at Sony right after a page of titles was read. */
  afterTitles: (offset: number) => void = () => undefined;
  /** What Sony makes of a page of a list before it answers with it. */
  listed: <Row>(list: ListName, page: CountedPage<Row>) => Page<Row> = (_, page) => page;
  readonly asked: string[] = [];
  /** How many rows each page was asked for with. */
  readonly limits: number[] = [];
  profile: Player | null = null;

  /** From now on Sony answers for this list with something else. */
  answerListWith(
    list: ListName,
    edit: (page: CountedPage<unknown>, call: number) => Partial<Page<unknown>>,
  ): void {
    let call = 0;
    this.listed = (name, page) =>
      name === list ? { ...page, ...(edit(page, call++) as Partial<typeof page>) } : page;
  }

  language(): string {
    return this.readsIn;
  }

  async titles(offset: number, limit: number): Promise<Page<Title>> {
    this.limits.push(limit);
    await this.#answer('titles', `titles ${String(offset)}`);
    const page = this.#page(this.titleRows, offset, Math.min(limit, this.pageSize));
    page.total += this.unreadRows.length;
    this.afterTitles(offset);
    const rows = page.rows.map((row) => ({ ...row, language: this.readsIn }));
    return this.listed('titles', { ...page, rows, unread: offset === 0 ? this.unreadRows : [] });
  }

  async player(accountId: string): Promise<Player> {
    await this.#answer('player', 'profile');
    return this.profile ?? { accountId, onlineId: 'Night_Cabinet', avatarUrl: null, isPlus: false };
  }

  async summary(): Promise<TrophySummary> {
    await this.#answer('summary', 'summary');
    const earned = { bronze: 1, silver: 0, gold: 0, platinum: 0 };
    return { trophyLevel: 7, progress: 50, tier: 1, earned };
  }

  async playedGames(offset: number, limit: number): Promise<Page<PlayedGame>> {
    this.limits.push(limit);
    await this.#answer('playedGames', `played ${String(offset)}`);
    const page = this.#page(this.playedRows, offset, Math.min(limit, this.playedPageSize));
    return this.listed('played-games', page);
  }

  async definitions({ npCommunicationId }: SetName): Promise<Definitions> {
    await this.#answer('definitions', `definitions ${npCommunicationId}`);
    const all = this.definitionRows.get(npCommunicationId) ?? [];
    const unread = this.unreadTrophies.get(npCommunicationId) ?? [];
    const readable = all.filter(({ trophyId }) => !unread.includes(trophyId));
    return {
      ...this.#cut(npCommunicationId, readable),
      unread: unread.map((trophyId) => ({ id: String(trophyId), fields: ['trophyType'] })),
      language: this.readsIn,
    };
  }

  async groups({ npCommunicationId }: SetName): Promise<TrophyGroup[]> {
    await this.#answer('groups', `groups ${npCommunicationId}`);
    return this.groupRows;
  }

  async earned({ npCommunicationId }: SetName): Promise<TrophyRows<TrophyState>> {
    await this.#answer('earned', `earned ${npCommunicationId}`);
    const all = this.stateRows.get(npCommunicationId) ?? [];
    return { ...this.#cut(npCommunicationId, all), unread: [] };
  }

  async setsOf(npTitleIds: readonly string[]): Promise<Matches> {
    await this.#answer('setsOf', `sets ${npTitleIds.join(',')}`);
    const sets = new Map(npTitleIds.map((id) => [id, this.sets.get(id) ?? []]));
    return { sets, unsure: this.unsure };
  }

  #cut<Row>(id: string, all: Row[]): { rows: Row[]; missing: number } {
    const rows = all.slice(0, this.shortAt.get(id));
    return { rows, missing: all.length - rows.length };
  }

  #page<Row>(all: Row[], offset: number, size: number): CountedPage<Row> {
    const end = offset + size;
    const nextOffset = end < all.length ? end : null;
    return { rows: all.slice(offset, end), unread: [], nextOffset, total: all.length };
  }

  async #answer(call: FakeCall, asked: string): Promise<void> {
    await Promise.resolve();
    this.asked.push(asked);
    const failure = this.failures[call]?.shift() ?? this.failsOn(asked);
    if (failure !== null) throw new FailureError(failure);
  }
}
