import { GRADES, type Grade } from '../domain/trophies/grades';
import type { GameColumn } from './games-sheet';
import type { SheetTimes } from './sheet-times';
import type { TrophyColumn } from './trophies-sheet';
import type { YamtrackVariant } from './yamtrack';

/** What a library can be made into. */
export const EXPORT_TARGETS = [
  ...(['games', 'trophies', 'yamtrack', 'backloggd', 'playnite'] as const),
  ...(['vault', 'archive', 'calendar'] as const),
];
export type ExportTarget = (typeof EXPORT_TARGETS)[number];

/** What the player chooses: each target goes by what is its own alone. */
export interface ExportOptions {
  /** Games that are hidden here, or on PlayStation. */
  withHidden: boolean;
  gameColumns: readonly GameColumn[];
  trophyColumns: readonly TrophyColumn[];
  times: SheetTimes;
  byteOrderMark: boolean;
  yamtrack: YamtrackVariant;
  /** What they noted becomes a review at Backloggd, which others read. */
  reviews: boolean;
  /** In the archive: what they noted, and their tags. */
  withNotes: boolean;
  withPictures: boolean;
  /** Names and texts of secret trophies that are not earned, also with a note. The archive covers them by itself. */
  withSecrets: boolean;
  grades: readonly Grade[];
}

/** As long as they have chosen nothing: the file is their own, and all of it is in it. */
export const USUAL_OPTIONS: Omit<ExportOptions, 'gameColumns' | 'trophyColumns'> = {
  withHidden: true,
  times: 'both',
  byteOrderMark: false,
  yamtrack: 'own',
  reviews: false,
  withNotes: true,
  withPictures: false,
  withSecrets: false,
  grades: GRADES,
};

const ENDINGS: Record<ExportTarget, { name: string; type: string }> = {
  games: { name: 'games.csv', type: 'text/csv' },
  trophies: { name: 'trophies.csv', type: 'text/csv' },
  yamtrack: { name: 'yamtrack.csv', type: 'text/csv' },
  backloggd: { name: 'backloggd.json', type: 'application/json' },
  playnite: { name: 'playnite.json', type: 'application/json' },
  vault: { name: 'notes.zip', type: 'application/zip' },
  archive: { name: 'trophies.html', type: 'text/html' },
  calendar: { name: 'trophies.ics', type: 'text/calendar' },
};

/** For example `trophy-shelf-2026-11-29-games.csv`: it says whose it is no more than what is in it does. */
export function exportFileName(target: ExportTarget, day: string): string {
  return `trophy-shelf-${day}-${ENDINGS[target].name}`;
}

export function exportFileType(target: ExportTarget): string {
  return ENDINGS[target].type;
}
