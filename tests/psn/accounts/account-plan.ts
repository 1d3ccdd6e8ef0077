/** What kind of library to make up for one player. */
export interface AccountPlan {
  onlineId: string;
  /** 19 digits, so beyond what a JavaScript number holds exactly. */
  accountId: string;
  /** Trophy sets are numbered from here: `NPWR20000_00`, `NPWR20001_00` … */
  numbersFrom: number;
  titles: number;
  /** Share of started games that are finished, and of what an unfinished game holds. */
  finishes: number;
  /** Exactly 50 trophies per title on average, instead of sizes as they come. */
  evenSizes?: boolean;
  /** Only so many of its games are in the played list. */
  playedGames?: number;
  /** PS3 and Vita only: none of it appears among the played games. */
  legacyOnly?: boolean;
  /** How many of the unusual names its games carry. */
  unusual: 'all' | 'few' | 'none';
  isChild?: boolean;
  /** The profile was never set up: it has neither name nor avatar. */
  isUnfinished?: boolean;
  /** The id that the player has today; `onlineId` is then the one first chosen. */
  renamedTo?: string;
  /** Others may not read its trophies. */
  isPrivate?: boolean;
  isPlus?: boolean;
  aboutMe?: string;
}

export const ACCOUNT_PLANS = {
  casual: {
    onlineId: 'PixelOtter_42',
    accountId: '4821907365512094837',
    numbersFrom: 10_000,
    titles: 42,
    finishes: 0.22,
    unusual: 'few',
    aboutMe: 'Weekends only 🦦',
  },
  hunter: {
    onlineId: 'GildedWren',
    accountId: '7310559284716630215',
    numbersFrom: 20_000,
    titles: 1300,
    finishes: 0.8,
    unusual: 'all',
    isPlus: true,
    aboutMe: 'One more platinum, then sleep.',
  },
  leaderboard: {
    onlineId: 'Quarter_Million',
    accountId: '9007199254740993001',
    numbersFrom: 40_000,
    titles: 5000,
    finishes: 0.96,
    evenSizes: true,
    unusual: 'all',
    isPlus: true,
  },
  largest: {
    onlineId: 'EveryDiscOnEarth',
    accountId: '8860142093377150024',
    numbersFrom: 60_000,
    titles: 18_516,
    playedGames: 13_455,
    finishes: 0.9,
    unusual: 'all',
    isPlus: true,
  },
  extreme: {
    onlineId: 'TwoThousandShelves',
    accountId: '6654012398457120993',
    numbersFrom: 50_000,
    titles: 2053,
    finishes: 0.9,
    unusual: 'all',
    isPlus: true,
  },
  regular: {
    onlineId: 'harbour-watch',
    accountId: '3390284417756021189',
    numbersFrom: 30_000,
    titles: 265,
    finishes: 0.4,
    unusual: 'few',
    isPlus: true,
  },
  single: {
    onlineId: 'JustOneGame',
    accountId: '2200417365512094811',
    numbersFrom: 11_000,
    titles: 1,
    finishes: 0,
    unusual: 'none',
  },
  empty: {
    onlineId: 'freshly_unboxed',
    accountId: '5120077341298845660',
    numbersFrom: 12_000,
    titles: 0,
    finishes: 0,
    unusual: 'none',
  },
  legacy: {
    onlineId: 'CrossMediaBar',
    accountId: '1480033927615508294',
    numbersFrom: 1_000,
    titles: 64,
    finishes: 0.5,
    legacyOnly: true,
    unusual: 'few',
  },
  child: {
    onlineId: 'tiny-astronaut',
    accountId: '8145602937712208416',
    numbersFrom: 13_000,
    titles: 9,
    finishes: 0.1,
    unusual: 'none',
    isChild: true,
    renamedTo: 'moon-cadet',
  },
  unfinished: {
    onlineId: 'not-chosen-yet',
    accountId: '4400912278345601177',
    numbersFrom: 15_000,
    titles: 3,
    finishes: 0.1,
    unusual: 'none',
    isUnfinished: true,
  },
  secret: {
    onlineId: 'NobodyInParticular',
    accountId: '6087721450093318725',
    numbersFrom: 14_000,
    titles: 30,
    finishes: 0.3,
    unusual: 'none',
    isPrivate: true,
  },
} as const satisfies Record<string, AccountPlan>;

export type AccountName = keyof typeof ACCOUNT_PLANS;

export const ACCOUNT_NAMES = Object.keys(ACCOUNT_PLANS) as AccountName[];
