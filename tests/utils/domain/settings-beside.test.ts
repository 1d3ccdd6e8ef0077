import { expect, test } from 'vitest';
import { MOST_SAVED_VIEWS, type SavedView } from '@/utils/domain/library/saved-views';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import {
  settingsBeside,
  settingsTakenBack,
  viewsWithoutRoom,
} from '@/utils/domain/settings-beside';

const [ours, theirs, later] = ['q=a', 'q=b', 'q=c'].map((query) => ({ name: query, query }));
const HERE: Settings = { ...DEFAULT_SETTINGS, everyGame: true, savedViews: [ours!] };
const COPIED: Partial<Settings> = {
  ...{ syncHour: 7, everyGame: false, zone: 'Asia/Tokyo', showsPictures: true },
  savedViews: [ours!, theirs!],
};
const CAME: Partial<Settings> = { syncHour: 7, zone: 'Asia/Tokyo', savedViews: [ours!, theirs!] };

test('what comes of a copy is what is not set here, and nothing that is so already', () => {
  expect(settingsBeside(HERE, COPIED)).toEqual(CAME);
  expect(settingsBeside({ ...HERE, ...CAME }, COPIED)).toEqual({});
});

test('a view that is here is no other one in capitals, and one of its name that shows something else is', () => {
  const named = (name: string, query = 'q=a') => ({ name, query });
  const beside = (...views: SavedView[]) =>
    settingsBeside(
      { ...HERE, savedViews: [named('PS5'), named('PS5 4', 'q=b')] },
      { savedViews: views },
    ).savedViews;
  expect(beside(named('ps5'))).toBeUndefined();
  expect(beside(named('ps5', 'q=b'))).toBeUndefined();
  expect(beside(named('ps5', 'q=c'))?.at(-1)).toEqual(named('ps5 2', 'q=c'));
  // Another name that begins so.
  expect(beside(named('PS', 'q=a'))?.at(-1)).toEqual(named('PS'));
});

test('of views that find no room it is known how many stay in the copy', () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `v${String(from + at)}`, query: 'q=a' }));
  const here = { ...HERE, savedViews: many(0, MOST_SAVED_VIEWS - 1) };
  const copied = { savedViews: [...many(0, 3), ...many(500, 3)] };
  expect(settingsBeside(here, copied).savedViews).toHaveLength(MOST_SAVED_VIEWS);
  expect(viewsWithoutRoom(here, copied)).toBe(2);
  expect(viewsWithoutRoom(HERE, copied)).toBe(0);
});

test('what came is taken back, and what the player has changed since stays', () => {
  const after = { ...HERE, ...CAME };
  expect(settingsTakenBack(after, CAME, HERE)).toEqual({
    ...{ syncHour: 3, zone: undefined },
    savedViews: [ours],
  });
  const since = { ...after, syncHour: 9, savedViews: [ours!, { ...theirs!, name: 'x' }, later!] };
  expect(settingsTakenBack(since, CAME, HERE)).toEqual({
    zone: undefined,
    savedViews: since.savedViews,
  });
});
