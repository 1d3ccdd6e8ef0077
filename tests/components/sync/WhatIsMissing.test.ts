import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import WhatIsMissing from '@/components/sync/WhatIsMissing.svelte';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { aProgress, aSnapshot } from '../../support/statuses.ts';

const NOW = new Date(2026, 10, 22, 12).getTime();
const HALVED = /another tracker or browser seems to use your account too/;

function show(sync: SyncStatus) {
  const halvedUntil = NOW + 3_600_000;
  return render(WhatIsMissing, { snapshot: aSnapshot({ sync, halvedUntil }), now: NOW });
}

test('who shares Sony’s limit is said, and only once where a pause of Sony’s says it already', async () => {
  const idle = await show({ state: 'idle' });
  await expect.element(idle.getByText(HALVED)).toBeVisible();
  await idle.unmount();

  const failure = { cause: 'too-many-requests', during: 'titles' } as const;
  const paused = await show({
    state: 'paused',
    ...aProgress({ phase: 'titles' }),
    failure,
    resumesAt: NOW + 60_000,
  });
  expect(paused.container.textContent).toBe('');
});
