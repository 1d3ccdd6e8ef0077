import { GRADES, noTrophies, type PartialCounts } from '@/utils/domain/trophies/grades';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { aNewRun, type SyncRun } from '@/utils/domain/sync/sync-run';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { allFetched } from './library-titles.ts';
import { aLibraryTitle } from './statuses.ts';
import { aTrophy } from './trophies.ts';

/** Rows that no good sync leaves behind, for every screen that draws such rows: what is odd of each, by name. */

const NONE_KNOWN = { bronze: null, silver: null, gold: null, platinum: null };
const LONG = 'A very long name that does not end '.repeat(9);

const counts = (value: unknown): PartialCounts =>
  Object.fromEntries(GRADES.map((grade) => [grade, value])) as PartialCounts;

type Odd<Row> = Record<string, { [Field in keyof Row]?: unknown }>;

const ODD_NAMES: Record<string, string> = {
  'no name': '',
  'a name of blanks': ' \n\u00a0',
  'a name that cannot be seen': '\u200b\u2060',
  'line feeds': 'Lantern\n\nKeepers\r\n',
  '300 letters': LONG,
  'one word of 300 letters': 'W'.repeat(300),
  'right to left': 'مغامرات الأمير',
  'a direction that is not closed': '\u202eLantern Keepers',
  emoji: '🏆👨‍👩‍👧‍👦',
  'half an emoji': 'Lantern \ud83c',
  markup: '<img src=x onerror=alert(1)>&amp;',
};

const ODD_TITLES: Odd<LibraryTitle> = {
  ...Object.fromEntries(Object.entries(ODD_NAMES).map(([odd, name]) => [odd, { name }])),
  'no platform': { platforms: [] },
  'an unknown platform': { platforms: ['PS9', 'PSVR3'] },
  'a platform twice, and an empty one': { platforms: ['PS5', 'PS5', ''] },
  'nothing known earned': { earned: NONE_KNOWN },
  'nothing known defined': { defined: NONE_KNOWN },
  'nothing known at all': {
    ...{ earned: NONE_KNOWN, defined: NONE_KNOWN, progress: null, groupCount: null },
    ...{ lastUpdatedAt: -7, lastPlayedAt: -7, lastPlayedSource: 'trophy-list', playSeconds: null },
  },
  'no trophies': { earned: noTrophies(), defined: noTrophies(), progress: null },
  'more earned than there are': { earned: counts(50), defined: counts(40) },
  'counts below nothing': { earned: counts(-3), defined: counts(-1), progress: -20 },
  'huge counts': { earned: counts(1e300), defined: counts(1e300), progress: 1e300 },
  'counts in text': { earned: counts('3'), progress: '40', playSeconds: 'PT5H', groupCount: '2' },
  'progress beyond all': { progress: 4_000 },
  'dates at nothing': { lastUpdatedAt: 0, lastPlayedAt: 0 },
  'dates beyond all': { lastUpdatedAt: 1e300, lastPlayedAt: 1e300 },
  'played for less than nothing': { playSeconds: -5, isPlaytimePartial: true },
  'played for ever': { playSeconds: 1e300 },
  'gone since nothing': { absence: { missedAt: 0, isSure: true } },
  'a picture of somebody else': { iconUrl: 'https://example.com/p.png' },
  'a picture that is none': { iconUrl: 'javascript:alert(1)' },
  'an odd tally': {
    earned: { ...noTrophies(), bronze: 3 },
    tally: {
      ...{ lastEarnedAt: 0, platinumAt: 0, completedAt: 0, rarestEarned: -4 },
      leftToPlatinum: -2,
    },
  },
  'complete on no day': {
    earned: counts(4),
    defined: counts(4),
    progress: 100,
    tally: {
      ...{ lastEarnedAt: 1e300, platinumAt: 1e300, completedAt: 1e300 },
      ...{ rarestEarned: 1e300, leftToPlatinum: null },
    },
  },
  'only definitions': { earned: NONE_KNOWN, progress: null, tally: null },
};

/** A library of odd titles, each with an id of its own, as they may lie in the database. */
export function oddTitles(): (LibraryTitle & { odd: string })[] {
  return Object.entries(ODD_TITLES).map(([odd, said], at) => {
    const npCommunicationId = `NPWR${String(at + 100).padStart(5, '0')}_00`;
    const title = aLibraryTitle({ npCommunicationId, name: `Odd: ${odd}` });
    return { ...allFetched(title, Date.now()), ...(said as Partial<LibraryTitle>), odd };
  });
}

const ODD_TROPHIES: Odd<Trophy> = {
  ...Object.fromEntries(Object.entries(ODD_NAMES).map(([odd, name]) => [odd, { name }])),
  'nobody knows whether earned': { earned: null },
  'earned on no day': { earned: true, earnedAt: null },
  'earned at nothing': { earned: true, earnedAt: 0 },
  'earned beyond all': { earned: true, earnedAt: 1e300 },
  'an unknown grade': { grade: null },
  'an unknown group': { groupId: null },
  'a group of its own': { groupId: '007' },
  'a counter without an end': { target: 0, progress: 3 },
  'a counter below nothing': { target: 9, progress: -3 },
  'a counter beyond its end': { target: 9, progress: 1e300 },
  'a counter of which nothing is known': { target: 9, progress: null },
  'a huge counter': { target: 1e300, progress: 1 },
  'a rate below nothing': { rates: [{ day: 20_000, rate: -41 }] },
  'a rate beyond all': { earned: true, earnedAt: 1, rates: [{ day: 0, rate: 1e300 }] },
  'a reward without a name': { rewardName: '' },
  'no text': { detail: '' },
  'a long text': { detail: LONG },
  'a secret without a name': { hidden: true, name: '' },
  'a picture of somebody else': { iconUrl: 'https://example.com/p.png' },
  'the id of another': { trophyId: 0, name: 'Twice' },
};

export function oddTrophies(): Trophy[] {
  return Object.entries(ODD_TROPHIES).map(([odd, said], trophyId) => {
    return { ...aTrophy({ trophyId, name: `Odd: ${odd}` }), ...(said as Partial<Trophy>) };
  });
}

export const ODD_RUNS: Odd<SyncRun> = {
  'at nothing': { startedAt: 0, finishedAt: 7 },
  'beyond all': { startedAt: 1e300, finishedAt: null },
  'over before it began': { finishedAt: 1_700_000_000_000 },
  'games that are not there': { newPlatinums: ['NPWR99999_00'], gone: [''] },
  'a game twice': { newTitles: ['NPWR00100_00', 'NPWR00100_00'], newTitleCount: 2 },
  'fewer than it names': { newTitles: ['NPWR00100_00'], newTitleCount: 0 },
  'names that are none': {
    renamed: [{ npCommunicationId: 'NPWR00101_00', before: '', after: '' }],
    moved: [{ npCommunicationId: 'NPWR00101_00', before: [], after: [] }],
  },
  'counts below nothing': { requests: -4, newTrophies: counts(-1) },
  'huge counts': { requests: 1e300, unread: 1e300 },
};

export function oddRuns(): SyncRun[] {
  const now = Date.now();
  return Object.values(ODD_RUNS).map((said, at) => {
    const run = aNewRun(now - (at + 1) * 3_600_000, 'daily', false);
    const ended = { outcome: 'complete', finishedAt: run.startedAt + 60_000 } as const;
    return { ...run, ...ended, ...(said as Partial<SyncRun>) };
  });
}

/** What could not be read, as odd as what was. */
export function oddUnreadRows(): object[] {
  const known = { list: 'titles', npCommunicationId: null, fields: [], cause: null };
  return [
    { ...known, id: 'a', seenAt: 0 },
    { ...known, id: 'b', seenAt: 1e300, npCommunicationId: '', fields: [''] },
    { ...known, id: 'c', seenAt: -1, npCommunicationId: 'NPWR00100_00', list: 'trophies' },
  ];
}
