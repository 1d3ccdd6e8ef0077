import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import TokenLifeCard from '@/components/connection/TokenLifeCard.svelte';
import type { Connected } from '@/utils/domain/connection/connection';
import { ZONES, BEING_CHECKED, NOT_WORKING } from '@/utils/words/token-life';
import { CLOCKS } from '@/utils/words/life-clocks';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { DAY, connected, lifeOf } from '../../support/statuses.ts';

const NOW = new Date(2026, 10, 22, 12, 0).getTime();

function show(
  said: Partial<Connected>,
  props: { renews?: boolean; full?: boolean; isWell?: boolean; works?: boolean } = {},
) {
  return render(TokenLifeCard, {
    connection: connected(said),
    renews: true,
    now: NOW,
    isWell: true,
    ...props,
  });
}

describe.each([
  [
    57,
    'green',
    'Connected, renews itself, until 18 January|Connected, renews itself, until January 18',
    '57 days left',
  ],
  [14, 'amber', ZONES.amber, '14 days left'],
  [2, 'red', ZONES.red, '2 days left'],
  [0.5, 'red', ZONES.red, '12 hours left'],
  [0.01, 'red', ZONES.red, '15 minutes left'],
  // Over by the clock: whether it is, Sony says.
  [0, 'red', ZONES.red, BEING_CHECKED],
  [-3, 'red', ZONES.red, BEING_CHECKED],
])('with %d days', (days, zone, zoneWords, words) => {
  test(`is ${zone} and says "${words}"`, async () => {
    const { getByTestId } = await show({ tokenLife: lifeOf(days, NOW) });

    const life = getByTestId('token-life');
    await expect.element(life).toHaveAttribute('data-zone', zone);
    await expect.element(life).toHaveAttribute('title');
    await expect.element(life).toMatchTextContent(new RegExp(`(${zoneWords}).*${words}`, 's'));
    expect(life.element().querySelector('svg')).not.toBeNull();
    await expectAccessible();
  });
});

test.each([false, true])(
  'where all is not well it counts the days, and claims no more, full: %s',
  async (full) => {
    const props = { isWell: false, works: false, full };
    const { getByRole } = await show({ tokenLife: lifeOf(57, NOW) }, props);

    const card = getByRole('region', { name: 'Token life' });
    await expect.element(card).toMatchTextContent(/57 days left.*until/s);
    await expect.element(card).not.toMatchTextContent(/Connected|renews itself|Next renewal/);
    expect(card.element().querySelector('.good')).toBeNull();
  },
);

test('has a shape of its own for each zone', async () => {
  const shapes = new Set<string>();
  const refused = { failure: { cause: 'token-refused' } } as const;
  for (const said of [57, 10, 1]
    .map((days) => ({ tokenLife: lifeOf(days, NOW) }))
    .concat([{ tokenLife: lifeOf(1, NOW), ...refused }])) {
    const { getByTestId, unmount } = await show(said);
    shapes.add(getByTestId('token-life').element().querySelector('svg')!.innerHTML);
    await unmount();
  }
  expect(shapes.size).toBe(4);
});

test('is a region of its own that says until when', async () => {
  const { getByRole } = await show({ tokenLife: lifeOf(57, NOW) }, { full: true });

  const card = getByRole('region', { name: 'Token life' });
  await expect.element(card).toMatchTextContent(/until (18 January|January 18)/);
});

test('counts down to the end of the sign-in only where it renews from it', async () => {
  const tokenLife = lifeOf(10, NOW, { endsAt: NOW + 50 * DAY });
  const { getByTestId, rerender } = await show({ tokenLife });
  await expect.element(getByTestId('token-life')).toMatchTextContent(/50 days left/);

  await rerender({ renews: false });
  await expect.element(getByTestId('token-life')).toMatchTextContent(/10 days left/);
});

test('names no day that is past beside what is being checked', async () => {
  const { getByTestId } = await show({ tokenLife: lifeOf(-3, NOW) });

  await expect.element(getByTestId('token-life')).toMatchTextContent(BEING_CHECKED);
  await expect.element(getByTestId('token-life')).not.toMatchTextContent(/until|since/);
});

test('says "about" where nobody knows the end any better', async () => {
  const tokenLife = lifeOf(10, NOW, { state: 'signed-out', aliveAt: NOW - DAY });
  const { getByTestId } = await show({ tokenLife });

  await expect
    .element(getByTestId('token-life'))
    .toMatchTextContent(/About 6 days left.*until about/s);
});

test('claims no time left where the connection does not work', async () => {
  const { getByTestId } = await show({ failure: { cause: 'token-refused' } });

  await expect.element(getByTestId('token-life')).toHaveAttribute('data-zone', 'expired');
  await expect.element(getByTestId('token-life')).toMatchTextContent(NOT_WORKING);
  await expect.element(getByTestId('token-life')).not.toMatchTextContent(/days left|until/);
});

test('names every clock behind it, in full where there is room', async () => {
  const tokenLife = { ...lifeOf(10, NOW, { endsAt: NOW + 50 * DAY }), provedAt: NOW - 3_600_000 };
  const { getByRole } = await show({ tokenLife }, { full: true });

  const card = getByRole('region', { name: 'Token life' });
  await expect.element(card).toMatchTextContent(/sign-in at PlayStation ends.*Jan.* 2027,/s);
  await expect.element(card).toMatchTextContent(/Without renewal it ends.*Dec.* 2026,/s);
  await expect.element(card).toMatchTextContent(/Last worked.*1 hour ago/s);
  await expect.element(card).toMatchTextContent(CLOCKS.renewal);
});

test.each([
  ['the player lets it', { renews: false }, {}],
  ['somebody is signed in', {}, { state: 'signed-out' }],
] as const)('speaks of renewal only where %s', async (_, props, session) => {
  const { getByRole } = await show(
    { tokenLife: lifeOf(10, NOW, session) },
    { ...props, full: true },
  );

  const card = getByRole('region', { name: 'Token life' });
  await expect.element(card).not.toMatchTextContent(CLOCKS.renewal);
});
