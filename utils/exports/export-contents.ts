import { hiddenIn } from '../domain/numbers/titles-to-count';
import type { LibraryTitle } from '../domain/library/title';
import { sumOfGrades } from '../domain/trophies/grades';
import type { ExportOptions, ExportTarget } from './export-options';
import { gamesByTitle } from './games-by-title';
import { statusTogether } from './tracker-status';

/** What of a library a file has, before it is made. */
export interface ExportContents {
  games: number;
  /** Its entries: fewer where editions of one game go into one. */
  entries: number;
  /** Games that are hidden here, or on PlayStation, whether they are in it or not. */
  hidden: number;
  /** Games in it whose trophies were not fetched. */
  withoutTrophies: number;
  /** Games in it of which it is not known yet which trophies are earned. */
  withoutEarned: number;
  /** Games that a tracker has no place for, since nothing says what the player does with them. */
  withoutStatus: number;
}

/** The games that go into a file. */
export function titlesToExport(
  titles: readonly LibraryTitle[],
  { withHidden }: Pick<ExportOptions, 'withHidden'>,
): readonly LibraryTitle[] {
  if (withHidden) return titles;
  const hidden = hiddenIn(titles);
  return titles.filter(({ npCommunicationId }) => !hidden.has(npCommunicationId));
}

/** In these a game is what its id says; others look it up by a name that it has not. */
const BY_ID: readonly ExportTarget[] = ['games', 'trophies', 'vault', 'archive'];

/** True where the file has what the player said of games that are in no list. */
export function takesUnlisted(target: ExportTarget, { withNotes }: ExportOptions): boolean {
  return BY_ID.includes(target) && (target !== 'archive' || withNotes);
}

export function exportContents(
  all: readonly LibraryTitle[],
  target: ExportTarget,
  options: Pick<ExportOptions, 'withHidden' | 'yamtrack'>,
): ExportContents {
  const chosen = titlesToExport(all, options);
  const statusless = target === 'yamtrack' ? statuslessIn(chosen, options) : new Set<string>();
  const titles = chosen.filter(({ npCommunicationId }) => !statusless.has(npCommunicationId));
  return {
    games: titles.length,
    entries: isByTitle(target, options) ? gamesByTitle(titles).length : titles.length,
    hidden: hiddenIn(all).size,
    withoutTrophies: titles.filter(lacksTrophies).length,
    withoutEarned: titles.filter(lacksEarned).length,
    withoutStatus: statusless.size,
  };
}

function isByTitle(target: ExportTarget, { yamtrack }: Pick<ExportOptions, 'yamtrack'>): boolean {
  return target === 'backloggd' || (target === 'yamtrack' && yamtrack === 'by-title');
}

function lacksTrophies({ defined, fetched }: LibraryTitle): boolean {
  return fetched.definitions === null && sumOfGrades(defined) !== 0;
}

/** Their definitions came, and who has earned them did not yet. */
function lacksEarned({ earned, fetched }: LibraryTitle): boolean {
  return fetched.definitions !== null && fetched.earned === null && sumOfGrades(earned) !== 0;
}

function statuslessIn(
  titles: readonly LibraryTitle[],
  { yamtrack }: Pick<ExportOptions, 'yamtrack'>,
): ReadonlySet<string> {
  const games = yamtrack === 'own' ? titles.map((title) => [title]) : gamesByTitle(titles);
  const statusless = games.filter((editions) => statusTogether(editions) === null);
  return new Set(statusless.flat().map(({ npCommunicationId }) => npCommunicationId));
}
