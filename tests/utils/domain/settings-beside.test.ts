import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewsIn } from '@/utils/domain/library/saved-views';
import { firstViewItem, type ViewItem } from '@/utils/domain/library/view-items';
import {
  settingsBeside,
  settingsTakenBack,
  settingsAfter,
  settingsChosen,
} from '@/utils/domain/settings-beside';
import { isSettingComing, settingsComing } from '@/utils/domain/settings-differing';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';

const NOW = 1_796_000_000_000;
const HERE = { device: 'here', now: NOW };
const THERE = { device: 'there', now: NOW + 7_200_000 };
const named = (name: string, query = 'q=a') => firstViewItem({ name, query });
const CHOSEN: Settings = { ...DEFAULT_SETTINGS, everyGame: true, savedViews: [named('ours')] };

const merged = (here: Settings, copied: Partial<Settings>): Settings =>
  settingsAfter(here, settingsBeside(here, copied, NOW));

test('of what an earlier build has stored, what was never set is what comes', () => {
  const copied = {
    ...{ syncHour: 7, everyGame: false, zone: 'Asia/Tokyo', showsPictures: true },
    savedViews: [named('ours'), named('theirs')],
  };
  const { savedViews, ...came } = settingsBeside(CHOSEN, copied, NOW);
  expect(came).toEqual({ syncHour: 7, zone: 'Asia/Tokyo' });
  expect(viewsIn(savedViews).map(({ name }) => name)).toEqual(['ours', 'theirs']);
  expect(settingsBeside(merged(CHOSEN, copied), copied, NOW)).toEqual({});
});

test('of what nobody knows when it was set, what is here stays', () => {
  const here = { ...CHOSEN, syncHour: 5, zone: 'America/New_York', usualView: 'view=cards' };
  const copied = { syncHour: 7, zone: 'Europe/Berlin', usualView: 'view=list' };
  const other = { ...CHOSEN, ...copied };
  expect(merged(here, copied)).toEqual(here);
  expect(merged(other, here)).toEqual(other);
  // What was chosen since counts, whichever the alphabet has first.
  expect(merged(here, settingsChosen(other, { syncHour: 4 }, THERE)).syncHour).toBe(4);
});

test('a copy from which nothing is seen to come says the same', () => {
  const views = ['zelda', 'backlog'].map((name) => named(name));
  const old = { id: 'old', value: null, version: 1, device: 'here', deletedAt: 0 };
  const [one, other] = [HERE, THERE].map((saying) =>
    settingsChosen({ ...DEFAULT_SETTINGS, savedViews: [...views, old] }, { syncHour: 7 }, saying),
  ) as [Settings, Settings];
  expect(settingsBeside(one, { ...one, savedViews: [] }, NOW)).toEqual({});
  expect(isSettingComing(settingsComing(one, settingsBeside(one, other, NOW)))).toBe(false);
  const gone = { ...old, id: 'never here', deletedAt: NOW };
  const deleted = settingsBeside(one, { savedViews: [gone] }, NOW);
  expect(isSettingComing(settingsComing(one, deleted))).toBe(false);
  expect(settingsAfter(one, deleted).savedViews).toContainEqual(gone);
  const renamed = { ...views[0]!, version: 9, value: { name: 'links', query: 'q=a' } };
  const coming = settingsComing(one, settingsBeside(one, { savedViews: [renamed] }, NOW));
  expect(coming).toEqual({ settings: [], views: ['links'], gone: ['zelda'] });
});

test('the later choice counts, also of what is put back to its default', () => {
  const before = settingsChosen(CHOSEN, { syncHour: 7, showsPictures: false }, HERE);
  const after = settingsChosen(before, { syncHour: 3, showsPictures: true }, THERE);
  expect(merged(before, after)).toMatchObject({ syncHour: 3, showsPictures: true });
  expect(merged(after, before)).toEqual(after);
  // Nothing that was never chosen takes back what was.
  expect(merged(before, DEFAULT_SETTINGS)).toEqual(before);
});

test('by which zone days are counted first nobody has chosen', () => {
  const first = settingsChosen(DEFAULT_SETTINGS, { zone: 'Asia/Tokyo' }, THERE);
  const chosen = settingsChosen({ ...CHOSEN, zone: 'Europe/Rome' }, { zone: 'Europe/Oslo' }, HERE);
  expect(first.versions).toBeUndefined();
  expect(merged(first, chosen).zone).toBe('Europe/Oslo');
  expect(merged(chosen, first).zone).toBe('Europe/Oslo');
});

test('what came is taken back with its version, and what the player has changed since stays', () => {
  const before = settingsChosen(CHOSEN, { showsSecrets: true }, HERE);
  const copied = {
    ...settingsChosen(
      DEFAULT_SETTINGS,
      { syncHour: 7, showsSecrets: false, showsPictures: false },
      THERE,
    ),
    savedViews: [named('theirs'), named('another')],
  };
  const came = settingsBeside(before, copied, NOW);
  const restored = settingsAfter(before, came);
  expect(restored).toMatchObject({ syncHour: 7, showsSecrets: false, showsPictures: false });
  expect(settingsAfter(restored, settingsTakenBack(restored, came, before))).toEqual(before);

  const [theirs] = copied.savedViews;
  const renamed = { ...theirs!, version: 9, value: { name: 'mine now', query: 'q=a' } };
  const since = settingsAfter(settingsChosen(restored, { syncHour: 9 }, THERE), {
    savedViews: [...restored.savedViews!.filter(({ id }) => id !== theirs!.id), renamed],
  });
  const back = settingsAfter(since, settingsTakenBack(since, came, before));
  expect(back).toMatchObject({ syncHour: 9, showsSecrets: true, showsPictures: true });
  expect(viewsIn(back.savedViews).map(({ name }) => name)).toEqual(['ours', 'mine now']);
});

const stamp = fc.record({ version: fc.nat({ max: 3 }), device: fc.constantFrom('a', 'b') });
const anyVersions = fc.record(
  { syncHour: stamp, zone: stamp, everyGame: stamp },
  { requiredKeys: [] },
);
const anyView: fc.Arbitrary<ViewItem> = fc
  .record({
    ...{ id: fc.constantFrom('a', 'b', 'c'), version: fc.nat({ max: 3 }) },
    device: fc.constantFrom('a', 'b'),
    value: fc.option(fc.record({ name: fc.constantFrom('P', 'Q'), query: fc.constant('') })),
    deletedAt: fc.constantFrom(NOW, NOW - 366 * 86_400_000),
  })
  .map(({ deletedAt, ...item }) => (item.value === null ? { ...item, deletedAt } : item));
const anySettings: fc.Arbitrary<Settings> = fc
  .record(
    {
      syncHour: fc.constantFrom(null, 3, 5),
      everyGame: fc.boolean(),
      zone: fc.constantFrom('Asia/Tokyo', 'Europe/Oslo'),
      versions: anyVersions,
      savedViews: fc.uniqueArray(anyView, { selector: ({ id }) => id }),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ ...DEFAULT_SETTINGS, ...some }))
  .map(undatedTheSame);

/** Of two that nobody knows when they were set, the one that is here stays: what was first is no question of order. */
function undatedTheSame({ versions = {}, ...settings }: Settings): Settings {
  const { syncHour, zone } = settings;
  return {
    ...{ ...settings, versions },
    ...(versions.syncHour === undefined && syncHour !== 3 && { syncHour: 5 }),
    ...(versions.zone === undefined && zone !== undefined && { zone: 'Asia/Tokyo' }),
  };
}

test('any order of merges of the same copies ends in the same settings and saved views', () => {
  fc.assert(
    fc.property(
      fc
        .array(anySettings, { minLength: 2, maxLength: 4 })
        .chain((copies) =>
          fc.tuple(
            fc.constant(copies),
            fc.shuffledSubarray(copies, { minLength: copies.length }),
            fc.array(fc.nat({ max: copies.length - 1 }), { maxLength: 3 }),
          ),
        ),
      ([copies, shuffled, again]) => {
        const whole = (some: Settings[]): Settings =>
          some.reduce((here, copied) => merged(here, copied), DEFAULT_SETTINGS);
        const twice = [...shuffled, ...again.map((at) => copies[at]!)];
        expect(whole(twice)).toEqual(whole(copies));
        // And in groups: what was merged is a copy like others.
        const [first, ...rest] = copies;
        expect(merged(whole([first!]), whole(rest))).toEqual(whole(copies));
      },
    ),
    { numRuns: 2_000 },
  );
});
