import type { LibraryTitle } from '@/utils/domain/library/title';
import type { Trophy, TrophySet } from '@/utils/domain/trophies/trophy-set';
import { tallyOf } from '@/utils/domain/trophies/trophy-set';
import { packedOpen } from '@/utils/domain/trophies/open-trophies';
import { noTrophies, sumOfGrades, type Grade } from '@/utils/domain/trophies/grades';
import { earnedAt, setId } from './earned-trophies.ts';
import { aLibraryTitle, allFetched } from './library-titles.ts';
import { aTrophy } from './trophies.ts';

/** What an account has: titles, and the sets that are fetched of them. */
export interface OddAccount {
  titles: LibraryTitle[];
  sets: TrophySet[];
}

/** A game of an account of which only what makes it odd is said. */
interface OddGame extends Omit<Partial<LibraryTitle>, 'earned' | 'open'> {
  /** The months of 2026 in which a trophy was earned, from 1; null: nobody knows when. */
  earned: readonly (number | null)[];
  open: number;
  hasPlatinum?: boolean;
  isFetched?: boolean;
}

const HOUR = 3_600_000;

function trophiesOf(
  earned: OddGame['earned'],
  open: number,
  hasPlatinum: boolean,
  n: number,
): Trophy[] {
  const of = (grade: Grade) => ({ grade, rates: [{ day: 20_000, rate: 40 + 10 * n }] });
  const all = [
    ...earned.map((month, index) =>
      earnedAt(
        month === null ? null : Date.UTC(2026, month - 1, 3 + n, 18 + (index % 4)) + index * HOUR,
        of(index % 5 === 4 ? 'silver' : 'bronze'),
      ),
    ),
    ...Array.from({ length: open }, () => aTrophy(of('bronze'))),
    ...(hasPlatinum ? [aTrophy(of('platinum'))] : []),
  ];
  return all.map((trophy, trophyId) => ({
    ...trophy,
    ...{ trophyId, name: `Trophy ${String(trophyId + 1)} of ${String(n)}` },
  }));
}

function gameOf(
  { earned: months, open, hasPlatinum = true, isFetched = true, ...said }: OddGame,
  n: number,
): { title: LibraryTitle; set: TrophySet | null } {
  const trophies = trophiesOf(months, open, hasPlatinum, n);
  const [earned, defined] = [noTrophies(), noTrophies()];
  for (const { grade, earned: isEarned } of trophies) {
    if (grade === null) continue;
    defined[grade] += 1;
    if (isEarned === true) earned[grade] += 1;
  }
  const set = { npCommunicationId: setId(n), groups: [], trophies };
  const title = aLibraryTitle({
    ...{ npCommunicationId: setId(n), name: `Game ${String(n)}`, earned, defined },
    progress: Math.floor((100 * (sumOfGrades(earned) ?? 0)) / (sumOfGrades(defined) ?? 1)),
    ...{ lastUpdatedAt: Date.UTC(2026, 10, 1), lastPlayedAt: Date.UTC(2026, 10, 1) },
    ...said,
  });
  if (!isFetched) return { title: { ...title, choice: 'unpicked' }, set: null };
  const tally = tallyOf(set, sumOfGrades(defined), true);
  return {
    title: { ...allFetched(title, Date.UTC(2026, 10, 2)), tally, open: packedOpen(set) },
    set,
  };
}

function accountOf(games: readonly OddGame[]): OddAccount {
  const all = games.map((game, index) => gameOf(game, index + 1));
  return { titles: all.map(({ title }) => title), sets: all.flatMap(({ set }) => set ?? []) };
}

const OLD = { playSeconds: null, lastPlayedSource: 'trophy-list' } as const;

/** Accounts for which a figure may be nothing, nobody's, or of one game alone. */
export const ODD_ACCOUNTS = {
  'PS3 and PS Vita only': accountOf([
    { earned: [1, 1, 2, 3, 3, 3], open: 6, platforms: ['PS3'], ...OLD },
    { earned: [5, 5, 6], open: 9, platforms: ['PSVITA'], ...OLD },
    { earned: [7], open: 11, platforms: ['PS3', 'PSVITA'], ...OLD },
  ]),
  'one game only': accountOf([{ earned: [3, 3, 4], open: 9 }]),
  'no platinum': accountOf([
    // Three are left, and they lead to no platinum.
    { earned: [1, 2, 2], open: 3, hasPlatinum: false },
    { earned: [5], open: 11, hasPlatinum: false },
  ]),
  'only some games fetched': accountOf([
    { earned: [1, 2, 2], open: 9 },
    ...Array.from({ length: 9 }, () => ({ earned: [5, 6, 6, 7], open: 8, isFetched: false })),
  ]),
  'nothing earned': accountOf([
    { earned: [], open: 8 },
    { earned: [], open: 11, hasPlatinum: false },
  ]),
  'nothing dated': accountOf([
    { earned: [null, null, null, null], open: 8 },
    { earned: [null], open: 11 },
  ]),
} satisfies Record<string, OddAccount>;
