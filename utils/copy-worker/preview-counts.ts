import { knownItems, type StoredItem } from '../domain/library/player-item';
import type { LibraryTitle } from '../domain/library/title';
import { GRADES } from '../domain/trophies/grades';
import type { LibraryDatabase } from '../database/database';
import { keysInPieces, rowsBetween } from './library-rows';
import type { Change, Preview, PreviewKind } from './preview';

/** What is there by itself, and counted together. */
export const RECORDS = [
  ...(['playedGames', 'playDays', 'playedListDays'] as const),
  ...(['setVersions', 'trophyEvents', 'syncRuns'] as const),
];

/** The kinds of which each thing is counted, and their numbers while they are. */
export class PreviewCounts {
  readonly counted: Preview = {
    ...{ games: noChange(), trophies: noChange(), notes: noChange() },
    ...{ pins: noChange(), made: noChange(), records: noChange() },
  };

  /** Everything that is here stays, until it is said that it does not. */
  async countHere(library: LibraryDatabase): Promise<void> {
    const { games, trophies, records } = this.counted;
    for (const table of RECORDS) records.stay += await library.table(table).count();
    for await (const keys of keysInPieces(library, 'titles')) {
      const titles = (await rowsBetween(library, 'titles', keys)) as LibraryTitle[];
      games.stay += titles.length;
      trophies.stay += titles.reduce((sum, title) => sum + earnedIn(title), 0);
    }
    for (const item of knownItems(await library.playerItems.toArray())) {
      this.counted[kindOf(item)].stay++;
    }
  }

  game(before: LibraryTitle | undefined, after: LibraryTitle | undefined): void {
    const { games, trophies } = this.counted;
    count(games, before, after);
    const [had, has] = [earnedIn(before), earnedIn(after)];
    trophies.come += Math.max(0, has - had);
    trophies.go += Math.max(0, had - has);
    trophies.stay -= Math.max(0, had - has);
  }

  /** Of things that the player deleted nothing is seen. */
  item(before: StoredItem | undefined, after: StoredItem | undefined): void {
    const [was, is] = [said(before), said(after)];
    const either = is ?? was;
    if (either !== undefined) count(this.counted[kindOf(either)], was, is);
  }

  record(before: object | undefined, after: object | undefined): void {
    count(this.counted.records, before, after);
  }
}

function noChange(): Change {
  return { come: 0, change: 0, stay: 0, go: 0 };
}

/** Trophies of which there is no game on either side are none. */
function count(counted: Change, before: object | undefined, after: object | undefined): void {
  if (before === undefined && after === undefined) return;
  counted[fateOf(before, after)]++;
  if (before !== undefined) counted.stay--;
}

function fateOf(before: object | undefined, after: object | undefined): 'come' | 'change' | 'go' {
  if (before === undefined) return 'come';
  return after === undefined ? 'go' : 'change';
}

function kindOf({ kind }: Pick<StoredItem, 'kind'>): PreviewKind {
  if (kind === 'note') return 'notes';
  return kind === 'pin' ? 'pins' : 'made';
}

function said(item: StoredItem | undefined): StoredItem | undefined {
  return item !== undefined && knownItems([item]).length > 0 ? item : undefined;
}

/** As far as Sony says. */
function earnedIn(title: LibraryTitle | undefined): number {
  return GRADES.reduce((sum, grade) => sum + (title?.earned[grade] ?? 0), 0);
}
