import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { RequestName } from '@/utils/messaging/protocol';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import {
  afterRemoving,
  afterRemovingAmongAll,
  allHere,
  atOnce,
  introduction,
  introductionAmongAll,
  leaveAnyway,
  leaveTitle,
  stay,
} from '@/utils/words/en/picker.json';
import { allGames } from '@/utils/words/picker';
import { UNFILLED_TITLE } from '@/utils/words/no-library';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { allFetched } from '../../support/library-titles.ts';
import { FIRST_SYNC, NOW, aGame, games, openPicker } from '../../support/picker-scene.ts';
import { DAY, aSnapshot, aStatus } from '../../support/statuses.ts';

let asked: RequestName[];

beforeEach(() => {
  location.hash = '#/picker';
  asked = answerAsBackground();
});

/** A link of the header's, beside the page. */
function addLink(): HTMLAnchorElement {
  const link = Object.assign(document.createElement('a'), {
    href: '#/library',
    textContent: 'out',
  });
  document.body.append(link);
  onTestFinished(() => link.remove());
  return link;
}

test('leaving with unsaved ticks asks, and stays, leaves or saves as the player says', async () => {
  const link = addLink();
  const { getByRole, tick } = await openPicker(games(3));
  await tick('Game 1').click();
  const dialog = getByRole('dialog', { name: leaveTitle });

  link.click();
  await expect.element(dialog).toBeVisible();
  await expectAccessible();
  await dialog.getByRole('button', { name: stay }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(location.hash).toBe('#/picker');
  await expect.element(tick('Game 1')).toBeChecked();

  link.click();
  await dialog.getByRole('button', { name: 'Import 1 game' }).click();
  await expect.poll(() => location.hash).toBe('#/library');
  expect(asked).toEqual(['chooseGames']);
});

test('what is left for now is not saved, and stays ticked', async () => {
  const link = addLink();
  const { getByRole, tick } = await openPicker(games(3));
  await tick('Game 1').click();
  link.click();
  await getByRole('button', { name: leaveAnyway }).click();

  await expect.poll(() => location.hash).toBe('#/library');
  await expect.element(tick('Game 1')).toBeChecked();
  expect(asked).toEqual([]);
});

test('a way that begins by itself asks too, and is gone on once it may be', async () => {
  const { getByRole, tick } = await openPicker(games(3));
  location.hash = '#/settings';
  location.hash = '#/picker';
  await tick('Game 1').click();
  location.hash = '#/settings';
  await expect.element(getByRole('dialog', { name: leaveTitle })).toBeVisible();
  expect(location.hash).toBe('#/picker');

  await getByRole('button', { name: leaveAnyway }).click();
  await expect.poll(() => location.hash).toBe('#/settings');
});

test('a tab that is closed asks only where something is unsaved', async () => {
  const { tick } = await openPicker(games(3));
  const closing = (): Event => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event;
  };
  expect(closing().defaultPrevented).toBe(false);
  await tick('Game 1').click();
  expect(closing().defaultPrevented).toBe(true);
});

test('what was ticked by itself is no reason to ask', async () => {
  const link = addLink();
  const status = aStatus({ snapshot: aSnapshot({ lastSyncedAt: null, hasChosen: false }) });
  const recent = aGame('Recent', { lastPlayedAt: NOW - DAY, fetched: NOTHING_FETCHED });
  await openPicker([recent], status);
  link.click();

  await expect.poll(() => location.hash).toBe('#/library');
});

test('what is here already is not imported once more', async () => {
  const { getByRole, getByText, tick } = await openPicker([
    allFetched(aGame('Kept', { choice: 'picked' }), NOW),
    allFetched(aGame('Other'), NOW),
  ]);
  await expect.element(getByText(allHere)).toBeVisible();
  await expect.element(getByRole('button', { name: /^Import/ })).not.toBeInTheDocument();

  await tick('Other').click();
  await expect.element(getByRole('button', { name: 'Import 2 games' })).toBeVisible();
  await expect.element(getByText(atOnce)).toBeVisible();
  await expect.element(getByText(allHere)).not.toBeInTheDocument();
});

test('all games are offered first where that is cheap, by the budget that is left', async () => {
  const titles = games(30, { fetched: NOTHING_FETCHED });
  const whole = allGames(30, 60, 11_400, 'en');
  const { getByRole, unmount } = await openPicker(titles);
  const all = getByRole('button', { name: whole });
  await all.click();
  await expect.element(getByRole('button', { name: 'Import 30 games' })).toBeVisible();
  await expect.element(all).not.toBeInTheDocument();
  await unmount();

  const budget = { requests: 70, fullAt: NOW + 600_000 };
  const spent = await openPicker(titles, aStatus({ snapshot: aSnapshot({ budget }) }));
  await expect.element(spent.getByRole('button', { name: 'Select visible' })).toBeVisible();
  await expect.element(spent.getByRole('button', { name: whole })).not.toBeInTheDocument();
});

test('5,000 games are ticked at once without a freeze', async () => {
  const { getByRole } = await openPicker(games(5_000, { fetched: NOTHING_FETCHED }));
  const button = getByRole('button', { name: 'Select visible' });
  await expect.element(button).toBeVisible();
  const from = performance.now();
  (button.element() as HTMLElement).click();
  await expect.element(getByRole('button', { name: 'Import 5,000 games' })).toBeVisible();
  const took = performance.now() - from;

  console.info(`5,000 ticks: ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(500);
});

test('where nobody is connected no game is said to be on its way', async () => {
  const connection = { phase: 'disconnected', failure: null } as const;
  const { getByRole } = await openPicker([], { ...FIRST_SYNC, connection });

  await expect.element(getByRole('heading', { name: UNFILLED_TITLE })).toBeVisible();
});

test.each([
  [false, introduction, afterRemoving],
  [true, introductionAmongAll, afterRemovingAmongAll],
])(
  'what becomes of the others is said, every game fetched: %s',
  async (everyGame, before, after) => {
    const picked = [aGame('Astro Bot', { choice: 'picked' }), aGame('Bloom', { choice: 'picked' })];
    const status = aStatus({ settings: { ...DEFAULT_SETTINGS, everyGame } });
    const { getByText, tick } = await openPicker(
      picked.map((title) => allFetched(title, NOW)),
      status,
    );
    await expect.element(getByText(before)).toBeVisible();
    await tick('Bloom').click();
    await expect.element(getByText(after)).toBeVisible();
  },
);
