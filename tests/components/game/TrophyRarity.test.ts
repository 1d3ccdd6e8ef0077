import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import TrophyRarity from '@/components/game/TrophyRarity.svelte';
import { expectAccessible } from '../../support/expect-accessible.ts';
import * as game from '@/utils/words/en/game.json';

test.each([
  [49, game.bands['ultra-rare'], 1],
  [149, game.bands['very-rare'], 2],
  [499, game.bands.rare, 3],
  [500, game.bands.common, 4],
])('%d tenths: %s, by %d layers too', async (rate, band, layers) => {
  const { container } = await render(TrophyRarity, { rate, then: null });

  expect(container.textContent).toContain(band);
  expect(container.querySelectorAll('.filled')).toHaveLength(layers);
  await expectAccessible();
});

test.each([
  [41, true],
  [98, false],
  [null, false],
])('9.8%% now and %o then: spoken of: %s', async (then, isSaid) => {
  const { container } = await render(TrophyRarity, { rate: 98, then });

  expect(container.textContent.includes('when you earned it')).toBe(isSaid);
});
