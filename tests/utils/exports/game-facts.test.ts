import { describe, expect, test } from 'vitest';
import { clockTexts } from '@/utils/exports/clock-texts';
import { gameFacts } from '@/utils/exports/game-facts';
import type { ExportedGame } from '@/utils/exports/library-to-export';
import { aLibraryTitle } from '../../support/library-titles';
import { aPlayedGame } from '../../support/titles';

const NOW = Date.UTC(2026, 10, 30);
const AT = Date.UTC(2024, 4, 1);
const clock = clockTexts('UTC', NOW);

/** An edition that is in the played list, or, with null, that is not. */
function edition(n: number, said: { first: number | null; seconds: number | null } | null) {
  const npCommunicationId = `NPWR0000${String(n)}_00`;
  const seconds = said?.seconds ?? null;
  const game = {
    ...aPlayedGame({
      npTitleId: `PPSA0000${String(n)}_00`,
      firstPlayedAt: said?.first ?? null,
      playSeconds: seconds,
    }),
    npCommunicationIds: [npCommunicationId],
  };
  return {
    title: aLibraryTitle({ npCommunicationId, playSeconds: seconds }),
    played: said === null ? [] : [game],
    set: null,
    isUnread: false,
    annotations: [],
  } satisfies ExportedGame;
}

describe('editions of a game together', () => {
  test('were played first when the earliest of them was', () => {
    const facts = gameFacts(
      [edition(1, { first: AT, seconds: 60 }), edition(2, { first: AT - 1_000, seconds: 60 })],
      clock,
    );
    expect(facts).toMatchObject({ firstPlayedAt: AT - 1_000, startedAt: AT - 1_000 });
    expect(facts).toMatchObject({ playSeconds: 120, isPlaytimePartial: false });
  });

  test('were played first nobody knows when, where Sony does not say it of one', () => {
    const facts = gameFacts(
      [edition(1, { first: AT, seconds: 60 }), edition(2, { first: null, seconds: 60 })],
      clock,
    );
    expect(facts).toMatchObject({ firstPlayedAt: null, startedAt: null });
  });

  test('were played for so long at least, where one is not in the played list', () => {
    const facts = gameFacts([edition(1, { first: AT, seconds: 60 }), edition(2, null)], clock);
    expect(facts).toMatchObject({ playSeconds: 60, isPlaytimePartial: true });
    // A console without such a list has no first day to miss.
    expect(facts.firstPlayedAt).toBe(AT);
  });
});
