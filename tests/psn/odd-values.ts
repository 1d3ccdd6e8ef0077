import type { Row } from './rows.ts';

const DATES = ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2061-01-01T00:00:00Z', '', 'soon'];
const DURATIONS = ['P1DT2H', 'PT1.5H', 'nonsense', null];

/** A row as public bug reports have them: it is there, with values that cannot be, or in another form. */
export function withOddValues(row: Row, index: number): Row {
  const date = DATES[index % DATES.length];
  if ('trophyTitleName' in row) return oddTitle(row, date);
  if ('titleId' in row) return oddGame(row, DURATIONS[index % DURATIONS.length]);
  return 'earned' in row ? oddState(row, date) : row;
}

/** Left undefined is left out. */
function oddTitle(row: Row, date: string | undefined): Row {
  const platform = String(row['trophyTitlePlatform']);
  return {
    ...row,
    trophyTitleName: `${String(row['trophyTitleName'])}\n`,
    trophyTitlePlatform: `${platform}, ${platform}`,
    hasTrophyGroups: true,
    trophyGroupCount: undefined,
    progress: String(row['progress']),
    lastUpdatedDateTime: date,
  };
}

function oddGame(row: Row, playDuration: string | null | undefined): Row {
  return {
    ...row,
    playDuration,
    name: undefined,
    firstPlayedDateTime: undefined,
    lastPlayedDateTime: undefined,
  };
}

function oddState(row: Row, date: string | undefined): Row {
  return {
    ...row,
    ...(row['earned'] === true ? { earnedDateTime: date } : {}),
    trophyEarnedRate: Number(row['trophyEarnedRate']),
  };
}
