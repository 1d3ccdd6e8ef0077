import { NEWS_LISTS, type SyncRun, type TitleTrophies } from './sync-run';

/** The lists of a report that name games. */
type NamingList = {
  [Name in keyof SyncRun]: SyncRun[Name] extends (
    string | Pick<TitleTrophies, 'npCommunicationId'>
  )[]
    ? Name
    : never;
}[keyof SyncRun];

const LISTS = [...NEWS_LISTS, 'newTitles', 'earnedIn'] as const;

/** A report without the games of which the next sync tells the same once more. */
export function withoutToldAgain(run: SyncRun, isToldAgain: (id: string) => boolean): SyncRun {
  const isKept = (of: string | { npCommunicationId: string }): boolean =>
    !isToldAgain(typeof of === 'string' ? of : of.npCommunicationId);
  const kept = Object.fromEntries(
    LISTS.map((name) => [name, (run[name] as Parameters<typeof isKept>[0][]).filter(isKept)]),
    // No list is left out.
  ) as Pick<SyncRun, (typeof LISTS)[number]> satisfies Pick<SyncRun, NamingList>;
  const left: SyncRun = { ...run, ...kept };
  const newTitleCount = run.newTitleCount - (run.newTitles.length - left.newTitles.length);
  // How many of its trophies were which game's nobody knows: with the last game that it names they go.
  const hasNone = run.earnedIn.length > 0 && left.earnedIn.length === 0;
  const newTrophies = hasNone ? { bronze: 0, silver: 0, gold: 0, platinum: 0 } : run.newTrophies;
  return { ...left, newTitleCount, newTrophies };
}
