import type { PlayedGame, Title } from '@/utils/domain/library/title';

/** A title of which only what matters to the test is said. */
export function aTitle(said: Partial<Title> = {}): Title {
  return {
    npCommunicationId: 'NPWR00001_00',
    npServiceName: 'trophy2',
    name: 'Lantern Keepers',
    language: 'en',
    platforms: ['PS5'],
    iconUrl: null,
    trophySetVersion: '01.00',
    groupCount: 1,
    defined: { bronze: 10, silver: 4, gold: 2, platinum: 1 },
    earned: { bronze: 3, silver: 1, gold: 0, platinum: 0 },
    progress: 17,
    hidden: false,
    lastUpdatedAt: 1_000,
    ...said,
  };
}

/** A played game of which only what matters to the test is said. */
export function aPlayedGame(said: Partial<PlayedGame> = {}): PlayedGame {
  return {
    npTitleId: 'PPSA00001_00',
    name: 'Lantern Keepers',
    category: 'ps5_native_game',
    firstPlayedAt: 500,
    lastPlayedAt: 2_000,
    playSeconds: 3_600,
    playCount: 12,
    service: 'none(purchased)',
    hasGenres: true,
    conceptId: null,
    ...said,
  };
}
