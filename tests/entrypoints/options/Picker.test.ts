import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Picker from '@/entrypoints/options/Picker.svelte';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { PICKS_NEW_GAMES } from '@/utils/words/syncing';
import { messenger, type PayloadOf, type RequestName } from '@/utils/messaging/protocol';
import { tickFirst } from '@/utils/words/en/picker.json';
import { ACTIONS } from '@/utils/words/needs';
import { LOADING } from '@/utils/words/names';
import { EMPTY_TITLE } from '@/utils/words/no-library';
import {
  ANY_PLATFORM,
  CLEAR_PICK_FILTERS,
  CLEAR_VISIBLE,
  MISSING_WAYS,
  NEVER_EMPTY_TITLE,
  NO_PICK_TITLE,
  PICK_PROGRESS,
  PLATFORM,
  SEGMENT_NAMES,
  UNSAVED,
} from '@/utils/words/picker';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import {
  FIRST_SYNC,
  NOW,
  aGame,
  atFirst,
  games,
  openPicker,
  ready,
} from '../../support/picker-scene.ts';
import { DAY, aSnapshot, aStatus } from '../../support/statuses.ts';

const send = vi.spyOn(messenger, 'sendMessage');

/** What was asked to be saved, each time. */
function chosen() {
  return said('chooseGames').map((payload) => (payload as PayloadOf<'chooseGames'>).choices);
}

function said(request: RequestName) {
  return send.mock.calls.flatMap(([name, payload]) => (name === request ? [payload] : []));
}

beforeEach(() => {
  location.hash = '#/picker';
  answerAsBackground();
  send.mockClear();
});

test('before the first sync is over, what was played lately is ticked and imported', async () => {
  const { getByRole, tick } = await openPicker(
    [
      aGame('Recent', { lastPlayedAt: NOW - DAY }),
      aGame('Not today', { lastPlayedAt: NOW - 2 * DAY }),
      aGame('Older', { lastPlayedAt: NOW - 91 * DAY }),
    ],
    FIRST_SYNC,
  );
  await expect.element(tick('Recent')).toBeChecked();
  await expect.element(tick('Older')).not.toBeChecked();

  await tick('Not today').click();
  await tick('Older').click();
  await getByRole('button', { name: 'Import 2 games' }).click();

  await expect.poll(() => location.hash).toBe('#/library');
  expect(chosen()).toEqual([
    [
      ['Recent', 'picked'],
      ['Older', 'picked'],
    ],
  ]);
});

test('only what differs from what is stored is asked for', async () => {
  const { bring, getByRole, getByText, tick } = await openPicker([
    aGame('Kept', { choice: 'picked' }),
    aGame('Dropped', { choice: 'picked' }),
    aGame('Back and forth'),
  ]);
  await tick('Back and forth').click();
  await expect.element(getByText(UNSAVED)).toBeVisible();
  await tick('Back and forth').click();
  await expect.element(getByText(UNSAVED)).not.toBeInTheDocument();
  await tick('Dropped').click();

  await getByRole('button', { name: 'Remove 1 game' }).click();

  await expect.poll(() => chosen()).toEqual([[['Dropped', 'unpicked']]]);
  await bring([aGame('Kept', { choice: 'unpicked' }), aGame('Dropped', { choice: 'picked' })]);
  await expect.element(tick('Dropped')).toBeChecked();
});

test('what a sync brings takes its tick, moves nothing and undoes nothing', async () => {
  const [one, two] = games(2);
  const { bring, getByRole, tick } = await openPicker([one!, two!]);
  await tick('Game 2').click();

  const played = { ...two!, lastPlayedAt: NOW, choice: 'unpicked' as const };
  await bring([aGame('New', { choice: 'picked' }), played, one!]);

  await expect.element(tick('New')).toBeChecked();
  await expect.element(tick('Game 2')).toBeChecked();
  await expect.element(getByRole('row').nth(0)).toMatchTextContent(/Game 1/);
  await expect.element(getByRole('row').nth(2)).toMatchTextContent(/New/);
});

test('finds games however they are typed, and counts what each filter would show', async () => {
  const { getByRole } = await openPicker([
    aGame('Pokémon-like™', { platforms: ['PS5', 'PSPC'], progress: 100 }),
    aGame('Lantern Keepers', { platforms: ['PS4'], progress: 0 }),
    aGame('Old Lantern', { platforms: ['PSVITA'], progress: 40 }),
  ]);
  const rows = getByRole('row');
  await getByRole('searchbox').fill('POKEMON like');
  await expect.poll(() => rows.elements().length).toBe(1);
  await expect.element(getByRole('checkbox', { name: 'Pokémon-like™' })).toBeVisible();

  await getByRole('searchbox').fill('lantern');
  await expect.poll(() => rows.elements().length).toBe(2);
  const platform = getByRole('combobox', { name: PLATFORM });
  await expect
    .poll(() => [...platform.element().querySelectorAll('option')].map((each) => each.textContent))
    .toEqual([ANY_PLATFORM, 'PS5 (0)', 'PS4 (1)', 'PS Vita (1)', 'PC (0)']);
  await platform.selectOptions('PS4 (1)');
  await expect.poll(() => rows.elements().length).toBe(1);
  await getByRole('combobox', { name: PICK_PROGRESS }).selectOptions('100% (0)');

  await expect.element(getByRole('heading', { name: NO_PICK_TITLE })).toBeVisible();
  await getByRole('button', { name: CLEAR_PICK_FILTERS }).click();
  await expect.poll(() => rows.elements().length).toBe(3);
  await expect.element(getByRole('searchbox')).toHaveValue('');
  await expect.element(getByRole('searchbox')).toHaveFocus();
  await expect.element(platform).toHaveDisplayValue(ANY_PLATFORM);
});

test('all that is shown is ticked at once, and nothing else', async () => {
  const { getByRole } = await openPicker([
    ...games(40),
    aGame('Game never', { choice: 'never' }),
    aGame('Another'),
  ]);
  await getByRole('searchbox').fill('game');
  await getByRole('button', { name: 'Never fetch Game 3', exact: true }).click();
  await getByRole('button', { name: 'Select visible' }).click();
  await getByRole('searchbox').fill('');
  await getByRole('button', { name: 'Import 39 games' }).click();
  await expect.poll(() => chosen()[0]?.length).toBe(40);

  await getByRole('button', { name: CLEAR_VISIBLE }).click();
  await expect.element(getByRole('button', { name: 'Import 0 games' })).toBeVisible();
});

test('a game can be never imported, and allowed again', async () => {
  const { bring, getByRole, getByText, tick } = await openPicker([
    aGame('Demo', { choice: 'picked' }),
    aGame('Lantern'),
  ]);
  await getByRole('radio', { name: new RegExp(`^${SEGMENT_NAMES.never}`) }).click();
  await expect.element(getByRole('heading', { name: NEVER_EMPTY_TITLE })).toBeVisible();
  await getByRole('radio', { name: new RegExp(`^${SEGMENT_NAMES.all}`) }).click();

  await getByRole('button', { name: 'Never fetch Demo' }).click();
  await expect.element(getByRole('button', { name: 'Allow again: Demo' })).toHaveFocus();
  await expect.element(getByText(UNSAVED)).toBeVisible();
  await getByRole('radio', { name: new RegExp(`^${SEGMENT_NAMES.never}`) }).click();
  await expect.element(tick('Demo')).not.toBeChecked();
  await expect.element(tick('Lantern')).not.toBeInTheDocument();
  await getByRole('button', { name: 'Remove 1 game' }).click();
  await expect.poll(() => chosen()).toEqual([[['Demo', 'never']]]);

  await bring([aGame('Demo', { choice: 'never' }), aGame('Lantern')]);
  await getByRole('button', { name: 'Allow again: Demo' }).click();
  await getByRole('radio', { name: new RegExp(`^${SEGMENT_NAMES.all}`) }).click();
  await expect.element(tick('Demo')).toBeVisible();
});

test.each([
  [
    games(42, { choice: 'picked', fetched: NOTHING_FETCHED }),
    '84 requests to Sony, about 20 seconds',
  ],
  [
    games(620, { choice: 'picked', fetched: NOTHING_FETCHED }),
    /^1,240 requests, about 1 hour: Sony allows/,
  ],
  [games(3), tickFirst],
])('says before importing what it takes (%#)', async (titles, words) => {
  const { getByText } = await openPicker(titles);

  await expect.element(getByText(words)).toBeVisible();
});

test.each([
  ['half of it', { halvedUntil: NOW + DAY }, /^160 requests, about 15 minutes: Sony allows/],
  [
    'what is left of it',
    { budget: { requests: 30, fullAt: NOW + 5 * 60_000 } },
    /^160 requests, about 5 minutes: Sony allows/,
  ],
])('goes by the budget: %s', async (_, snapshot, words) => {
  const status = aStatus({ snapshot: aSnapshot(snapshot) });
  const picked = games(80, { choice: 'picked', fetched: NOTHING_FETCHED });
  const { getByText } = await openPicker(picked, status);

  await expect.element(getByText(words)).toBeVisible();
  const shared = getByText(/asks half as often/);
  await expect.poll(() => shared.elements().length).toBe(status.snapshot.halvedUntil ? 1 : 0);
});

test('without a connection games can be picked, and it is said when they come', async () => {
  const { getByRole, getByText, tick } = await openPicker(
    games(2),
    aStatus({ connection: { phase: 'disconnected', failure: null } }),
  );
  await tick('Game 1').click();
  await expect.element(getByText(/begins when you have connected again/)).toBeVisible();

  await getByRole('button', { name: 'Import 1 game' }).click();
  await expect.poll(() => chosen()).toEqual([[['Game 1', 'picked']]]);
});

test('what could not be saved stays ticked, and is tried again', async () => {
  answerAsBackground({ ok: false, failure: { cause: 'unexpected', during: 'chooseGames' } });
  const { getByRole, tick } = await openPicker(games(2));
  await tick('Game 1').click();
  await getByRole('button', { name: 'Import 1 game' }).click();

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'unexpected');
  expect(location.hash).toBe('#/picker');
  await expect.element(tick('Game 1')).toBeChecked();

  answerAsBackground();
  await getByRole('button', { name: ACTIONS.again }).click();
  await expect.poll(() => location.hash).toBe('#/library');
  expect(chosen()).toHaveLength(2);
});

test('new games can be left out from now on', async () => {
  const { getByRole } = await openPicker(games(2));
  await getByRole('switch', { name: PICKS_NEW_GAMES }).click();

  await expect.poll(() => said('changeSettings')).toEqual([{ picksNewGames: false }]);
});

test('whoever misses a game finds out why', async () => {
  const { getByText } = await openPicker(games(1));
  await getByText(/^Missing a game\?/).click();

  await expect.element(getByText(MISSING_WAYS[0].consoles)).toBeVisible();
  await expectAccessible();
});

test.each([
  [ready([]), FIRST_SYNC, /on their way/],
  [ready([]), aStatus(), EMPTY_TITLE],
])('nothing to pick from yet (%#)', async (titles, status, heading) => {
  const { getByRole } = await render(Picker, { titles, ...atFirst(status) });

  await expect.element(getByRole('heading', { name: heading })).toBeVisible();
  await expectAccessible();
});

test('what was played lately stays ticked once both lists are read, however long its trophies take', async () => {
  const titles = ready([aGame('Recent', { lastPlayedAt: NOW - DAY }), ...games(1)]);
  const { getByRole, rerender } = await render(Picker, { titles, ...atFirst(FIRST_SYNC) });
  await expect.element(getByRole('button', { name: 'Import 1 game' })).toBeVisible();

  await rerender({ status: aStatus({ snapshot: aSnapshot({ hasChosen: false }) }) });
  await expect.element(getByRole('checkbox', { name: 'Recent' })).toBeChecked();
  await expect.element(getByRole('button', { name: 'Import 1 game' })).toBeVisible();
});

test('keeps the room while it loads, and says when the library cannot be read', async () => {
  const shown = await render(Picker, { titles: { state: 'loading' }, ...atFirst(aStatus()) });
  await expect.element(shown.getByText(LOADING)).toBeInTheDocument();

  await shown.rerender({ titles: { state: 'failed', failure: { cause: 'storage-damaged' } } });
  await expect.element(shown.getByRole('alert')).toHaveAttribute('data-cause', 'storage-damaged');
});

test.each([1280, 360])('can be read by everyone at %i pixels, and fits', async (width) => {
  const { tick } = await openPicker(
    [
      aGame('Astro Bot', { choice: 'picked' }),
      aGame('A name that goes on '.repeat(10).trim(), { choice: 'never' }),
      aGame('مغامرات الأمير', { progress: 100, platforms: ['PSVITA', 'PS4', 'PS3'] }),
    ],
    aStatus(),
    width,
  );
  await expect.element(tick('Astro Bot')).toBeVisible();

  await expectAccessible();
  expect(document.documentElement.scrollWidth).toBe(width);
});
