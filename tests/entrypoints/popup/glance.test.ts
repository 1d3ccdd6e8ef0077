import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/popup/App.svelte';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import { NEWS_TITLE, CLOSEST_PLATINUM, PINNED_TROPHIES } from '@/utils/words/glance';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, connected, lifeOf } from '../../support/statuses.ts';
import * as inPopup from '@/utils/words/en/popup.json';

async function open(snapshot: Snapshot) {
  await publish({ connection: connected(), snapshot });
  return render(App);
}

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

const A_GAME = { npCommunicationId: 'NPWR00007_00', name: 'Ghost of Tsushima', iconUrl: null };
const NEWS: NonNullable<Snapshot['news']> = {
  titles: [
    { ...A_GAME, kind: 'platinum', trophies: 4 },
    {
      ...A_GAME,
      npCommunicationId: 'NPWR00008_00',
      name: 'Bly',
      kind: 'lost-hundred',
      trophies: 0,
    },
    { ...A_GAME, npCommunicationId: 'NPWR00009_00', name: 'Cor', kind: 'trophies', trophies: 3 },
  ],
  more: 12,
  upTo: 7,
};

test('shows what is new until it is closed, and has it seen', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open(aSnapshot({ news: NEWS }));

  const news = getByRole('region', { name: NEWS_TITLE });
  await expect
    .element(news)
    .toMatchTextContent(/and 12 more games.*Platinum earned.*No longer at 100%.*3 new trophies/s);
  expect(
    news
      .getByRole('link')
      .elements()
      .map((link) => link.getAttribute('href')),
  ).toEqual([
    '/options.html#/log',
    ...['NPWR00007_00', 'NPWR00008_00', 'NPWR00009_00'].map((id) => `/options.html#/game/${id}`),
  ]);
  await expect.poll(() => asked).toContain('newsSeen');

  await publish({ snapshot: aSnapshot({ news: null, titleCount: 2 }) });
  await expect.element(getByRole('main')).toMatchTextContent(/2 games/);
  await expect.element(news).toBeVisible();
});

test('puts what a sync finds meanwhile before what was new', async () => {
  const { getByRole } = await open(aSnapshot({ news: NEWS }));
  const news = getByRole('region', { name: NEWS_TITLE });
  await expect.element(news).toBeVisible();

  const found = { ...A_GAME, npCommunicationId: 'NPWR00001_00', name: 'Ash', kind: 'trophies' };
  const titles = [{ ...found, trophies: 1 }] as typeof NEWS.titles;
  await publish({ snapshot: aSnapshot({ news: { titles, more: 0, upTo: 9 } }) });

  const names = () => news.getByRole('listitem').getByRole('link').elements();
  await expect
    .poll(() => names().map((link) => link.textContent))
    .toEqual(['Ash', 'Ghost of Tsushima', 'Bly']);
  await expect.element(news).toMatchTextContent(/and 13 more games/);
});

test('shows the closest platinum, and last the pinned trophies', async () => {
  const closestPlatinum = { ...A_GAME, left: 1_300, isAtMost: true };
  const pin = { ...A_GAME, title: 'Ghost of Tsushima', grade: 'gold', earned: false } as const;
  const pins = [
    { ...pin, name: 'Mono no Aware', trophyId: 1, hidden: false },
    { ...pin, name: 'The end of it', trophyId: 2, hidden: true },
  ];
  const { getByRole, container } = await open(aSnapshot({ closestPlatinum, pins }));

  await expect
    .element(getByRole('region', { name: CLOSEST_PLATINUM }))
    .toMatchTextContent(/Ghost of Tsushima.*At most 1,300 trophies left/s);
  const pinned = getByRole('region', { name: PINNED_TROPHIES });
  await expect.element(pinned).toMatchTextContent(/Mono no Aware.*Secret trophy/s);
  expect(container.textContent).not.toContain('The end of it');
  expect(
    [...container.querySelectorAll('h2')].map((heading) => heading.textContent.trim()),
  ).toEqual([CLOSEST_PLATINUM, inPopup.lastPlayedGames, PINNED_TROPHIES]);
  await expectAccessible();
});

test('a note whose button stands below leaves no gap for one', async () => {
  await publish({ connection: connected({ tokenLife: lifeOf(9.5) }), snapshot: aSnapshot() });
  const { container, getByRole } = await render(App);

  await expect.element(getByRole('button', { name: 'Start fresh' })).toBeVisible();
  await expect.poll(() => container.querySelectorAll('.notice .under')).toHaveLength(1);
  expect(container.querySelector('.notice .action')).toBeNull();
});
