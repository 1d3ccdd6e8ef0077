import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import TrophyIcon from '@/components/game/TrophyIcon.svelte';
import { aTrophy } from '../../support/trophies.ts';

const iconUrl = 'https://image.api.playstation.com/trophy.png';

test.each([
  ['earned', { earned: true }, { check: true, missing: false }],
  ['missing', { earned: false }, { check: false, missing: true }],
  ['not known', { earned: null }, { check: false, missing: false }],
])('%s is told by more than a colour', async (_, said, { check, missing }) => {
  const trophy = aTrophy(said);
  const { container } = await render(TrophyIcon, { trophy, covered: false });

  expect(container.querySelector('.check') !== null).toBe(check);
  expect(container.querySelector('.missing') !== null).toBe(missing);
});

test('a picture is asked for only where it may be seen', async () => {
  const trophy = aTrophy({ iconUrl });
  const { container, rerender } = await render(TrophyIcon, { trophy, covered: false });
  expect([...container.querySelectorAll('img')].map((image) => image.src)).toEqual([iconUrl]);

  await rerender({ trophy, covered: true });
  expect(container.querySelector('img')).toBeNull();
});
