import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NextRow from '@/components/next/NextRow.svelte';
import type { NextReason } from '@/utils/domain/numbers/next-reasons';
import { ODD_ACCOUNTS } from '../../support/odd-accounts.ts';
import { DAY } from '../../support/statuses.ts';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';

const NOW = Date.UTC(2026, 10, 26, 12);
const { sets, ...account } = ODD_ACCOUNTS['PS3 and PS Vita only'];
const trophy = sets[0]!.trophies.find(({ earned, grade }) => !earned && grade !== 'platinum')!;

/** The box of its facts, and of each of them, where this is why it is suggested. */
async function factsOf(reasons: NextReason[], playedBefore: number) {
  const { npCommunicationId } = sets[0]!;
  const { container, unmount } = await render(NextRow, {
    candidate: {
      game: {
        ...{ npCommunicationId, edition: '', leftToPlatinum: 3, leftToHundred: 3 },
        ...{ isBaseDone: false, isRevised: false, hasLostHundred: false },
        ...{ progress: 50, daysSince: 1, lastAt: null },
      },
      trophy: { trophyId: trophy.trophyId, rate: 548, share: null, isBase: true },
      reasons,
      score: 1,
    },
    ...{ rank: 1, trophy, isRead: true, isPinned: false, isRolled: false, showsSecrets: false },
    title: {
      ...account.titles[0]!,
      ...{ lastPlayedAt: NOW - playedBefore * DAY, lastPlayedSource: 'played-list' as const },
    },
    ...{ isStop: false, now: NOW, onpin: () => undefined, onnot: () => undefined },
  });
  const facts = container.querySelector('.facts')!;
  const height = Math.round(facts.getBoundingClientRect().height);
  const lefts = [...facts.children].map((each) => each.getBoundingClientRect().left);
  await unmount();
  return { height, lefts: new Set(lefts).size };
}

test.each([360, 400, 430])(
  '%i pixels wide the facts of each row stand in two lines',
  async (width) => {
    await page.viewport(width, 900);
    document.body.style.cssText = 'container: item / inline-size; margin: 0; padding-inline: 1rem';
    onTestFinished(() => document.body.removeAttribute('style'));
    const all = [
      await factsOf(['platinum'], 1),
      await factsOf(['platinum'], 500),
      await factsOf(['common'], 1),
    ];
    expect(new Set(all.map(({ height }) => height)).size).toBe(1);
    expect(all.map(({ lefts }) => lefts)).toEqual([1, 1, 1]);
  },
);
