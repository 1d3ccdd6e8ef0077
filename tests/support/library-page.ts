import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
// Read before any test waits for them: at their first reading a busy machine takes longer than a test waits for a row.
import '@/components/library/group-forms';
import '@/components/library/list-forms';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { allFetched } from './library-titles.ts';
import { publish } from './publish-status';
import { DAY, aLibraryTitle, aSnapshot, connected } from './statuses.ts';

const NO_TALLY = {
  lastEarnedAt: null,
  platinumAt: null,
  completedAt: null,
  rarestEarned: null,
  leftToPlatinum: null,
};

/** Five games that differ in everything that the library looks at; the last one is not picked. */
export const FIVE: LibraryTitle[] = [
  game('Astro Bot', 5, {
    platforms: ['PS5'],
    progress: 100,
    earned: { bronze: 10, silver: 4, gold: 2, platinum: 1 },
    tally: { ...NO_TALLY, lastEarnedAt: 2, completedAt: 2, rarestEarned: 90 },
    playSeconds: 900,
  }),
  game('Ōkami', 4, {
    platforms: ['PS4'],
    progress: 40,
    playSeconds: 7_200,
    tally: { ...NO_TALLY, lastEarnedAt: 9, rarestEarned: 400, leftToPlatinum: 8 },
    isPlus: true,
  }),
  game('Bloom', 3, {
    platforms: ['PS4'],
    progress: 72,
    playSeconds: null,
    tally: { ...NO_TALLY, lastEarnedAt: 5, rarestEarned: 12, leftToPlatinum: 1 },
    hidden: true,
  }),
  game('Bloom™', 2, {
    platforms: ['PS5'],
    progress: 10,
    defined: { bronze: 10, silver: 0, gold: 0, platinum: 0 },
    absence: { missedAt: Date.UTC(2026, 10, 3, 12), isSure: true },
  }),
  game('Zero Hour', 1, { platforms: ['PS3'], progress: 0, choice: 'unpicked', playSeconds: 60 }),
];

function game(name: string, played: number, said: Partial<LibraryTitle>): LibraryTitle {
  const npCommunicationId = `NPWR0000${played}_00`;
  const lastPlayedAt = Date.now() - (9 - played) * DAY;
  const title = aLibraryTitle({ name, npCommunicationId, lastPlayedAt, lastUpdatedAt: 1, ...said });
  return title.tally === null ? title : allFetched(title, 5);
}

let accounts = 0;

/** Opens the library of an account of its own: the tests of all files share the browser's databases. */
export async function openLibrary(query = '', titles = FIVE, said: Partial<Snapshot> = {}) {
  const accountId = `library-${(accounts += 1)}-${Date.now()}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(titles);
  const player = { ...aSnapshot().player!, accountId };
  const snapshot = { ...aSnapshot({ titleCount: titles.length, ...said }), player };
  await publish({ connection: connected({ accountId }), snapshot });
  history.replaceState(null, '', `#/library${query}`);
  return Object.assign(await render(App), { database });
}

/** The names on the shelf, in their order. */
export function names(): string[] {
  const games = document.querySelectorAll('[data-item] a[data-control="open"]');
  return [...games].map((game) => game.textContent);
}

/** Waits for exactly these games, and for their number. */
export async function shows(...expected: string[]): Promise<void> {
  await expect.poll(names).toEqual(expected);
  await expect
    .element(page.getByTestId('library-count'))
    .toMatchTextContent(new RegExp(`^${expected.length}$`));
}

/** Those of the five that are picked, last played first. */
export const PICKED = ['Astro Bot', 'Ōkami', 'Bloom', 'Bloom™'];
