import type { SyncRun } from './sync-run';

/** The lists of a report that name games. */
const LISTS = [
  ...(['newPlatinums', 'newTitles', 'grown', 'lostHundreds', 'takenBack'] as const),
  ...(['earnedIn', 'renamed', 'moved', 'gone', 'back'] as const),
];

/** A report without the games of which the next sync tells the same once more. */
export function withoutToldAgain(run: SyncRun, isToldAgain: (id: string) => boolean): SyncRun {
  const isKept = (of: string | { npCommunicationId: string }): boolean =>
    !isToldAgain(typeof of === 'string' ? of : of.npCommunicationId);
  const kept: Partial<SyncRun> = Object.fromEntries(
    LISTS.map((name) => [name, (run[name] as Parameters<typeof isKept>[0][]).filter(isKept)]),
  );
  const left: SyncRun = { ...run, ...kept };
  const newTitleCount = run.newTitleCount - (run.newTitles.length - left.newTitles.length);
  // How many of its trophies were which game's nobody knows: with the last game that it names they go.
  const hasNone = run.earnedIn.length > 0 && left.earnedIn.length === 0;
  const newTrophies = hasNone ? { bronze: 0, silver: 0, gold: 0, platinum: 0 } : run.newTrophies;
  return { ...left, newTitleCount, newTrophies };
}
