import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import TrophyListSkeleton from '@/components/game/TrophyListSkeleton.svelte';

test.each([
  [12, 12],
  [20_000, 1_000],
])(
  'the room of %i trophies is that of %i, whatever Sony says of their number',
  async (rows, drawn) => {
    const { getByTestId } = await render(TrophyListSkeleton, { rows });
    expect(getByTestId('trophy-skeleton').element().children).toHaveLength(drawn);
  },
);
