import { expect } from 'vitest';
import type { FaultName } from '../psn/simulator.ts';
import { asked, clickConnect, libraryOpens, setScene, showsCause, showsGames } from './scene.ts';

/** The two pages of titles of the account of 1,300 games. */
const PAGES = [0, 800];
const GAMES = 1300;

/** Faults that stop the sync: it says why, keeps what it has and goes on when asked. */
export const STOPPING: [FaultName, string][] = [
  // The edge lets another request pass: it is no block of the address.
  ['403-html', 'refused-alone'],
  ['404', 'not-found'],
  ['429-without-header', 'too-many-requests'],
];

/** A fault that a second try mends, on these pages of titles: the player does not even notice. */
export async function passesUnnoticed(fault: FaultName, pages = PAGES): Promise<void> {
  const scene = await setScene({ account: 'hunter' });
  for (const offset of pages) {
    scene.simulator.control.inject({ endpoint: 'trophyTitles', fault, where: { offset } });
  }
  await clickConnect(scene);

  await showsGames(await libraryOpens(scene), GAMES, 60_000);
  const spoiled = asked(scene, 'trophyTitles').filter((entry) => entry.fault === fault);
  expect(spoiled).toHaveLength(pages.length);
}

/** A fault that stops the sync on one page of titles is told, costs nothing, and the next click goes on. */
export async function isTold(fault: FaultName, cause: string, offset: number): Promise<void> {
  const scene = await setScene({ account: 'hunter' });
  const { control } = scene.simulator;
  control.inject({ endpoint: 'trophyTitles', fault, where: { offset } });
  await clickConnect(scene);

  const library = await libraryOpens(scene);
  const alert = library.getByRole('alert');
  await alert.waitFor({ timeout: 30_000 });
  await showsCause(alert, cause);
  await showsGames(library, offset);

  await library.getByRole('button', { name: 'Sync now' }).first().click();
  await showsGames(library, GAMES);
  expect(control.log.filter((entry) => pageOf(entry) === String(offset))).toHaveLength(2);
}

/** Which page of titles a request was for; undefined where it was for something else. */
export function pageOf(entry: {
  endpoint: string;
  query: Record<string, string>;
}): string | undefined {
  return entry.endpoint === 'trophyTitles' ? (entry.query['offset'] ?? '0') : undefined;
}
