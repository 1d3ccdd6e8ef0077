import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import MilestoneLine from '@/components/log/MilestoneLine.svelte';
import { setId } from '../../support/earned-trophies.ts';

test('a 100 % that was lost says on which day a sync has seen it, by the days of the log', async () => {
  await render(MilestoneLine, {
    milestone: {
      ...{ kind: 'lost-hundred', npCommunicationId: setId(1) },
      seenAt: Date.parse('2026-11-20T23:30:00Z'),
    },
    nameOf: () => 'Sable Aviary',
    zone: [{ from: -Infinity, offset: 3_600 }],
  });
  await expect
    .element(page.getByText('100% lost: Sable Aviary, seen on Nov 21, 2026'))
    .toBeVisible();
});
