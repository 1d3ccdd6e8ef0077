import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import TokenLifeCard from '@/components/connection/TokenLifeCard.svelte';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { DAY, lifeOf } from '../../support/statuses.ts';

const NOW = new Date(2026, 10, 22, 12, 0).getTime();

describe.each([
  [57, 'green', '57 days left'],
  [14, 'amber', '14 days left'],
  [2, 'red', '2 days left'],
  [0.5, 'red', '12 hours left'],
  [0, 'expired', 'Ended'],
  [-3, 'expired', 'Ended'],
])('with %d days', (days, zone, words) => {
  test(`is ${zone} and says "${words}"`, async () => {
    const { getByTestId } = await render(TokenLifeCard, { life: lifeOf(days, NOW), now: NOW });

    await expect.element(getByTestId('token-life')).toHaveAttribute('data-zone', zone);
    await expect.element(getByTestId('token-life')).toHaveTextContent(words);
    await expectAccessible();
  });
});

test('is a region of its own that says until when', async () => {
  const { getByRole } = await render(TokenLifeCard, { life: lifeOf(57, NOW), now: NOW });

  const card = getByRole('region', { name: 'Token life' });
  await expect.element(card).toMatchTextContent(/until .*2027/);
});

test('counts down to the earlier of the two clocks', async () => {
  const life = { ...lifeOf(10, NOW), sessionEndsAt: NOW + 5 * DAY };
  const { getByTestId } = await render(TokenLifeCard, { life, now: NOW });

  await expect.element(getByTestId('token-life')).toHaveTextContent('5 days left');
});
