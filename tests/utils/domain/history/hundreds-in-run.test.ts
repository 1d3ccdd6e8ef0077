import { expect, test } from 'vitest';
import { hundredsInRun } from '@/utils/domain/history/hundreds-in-run';
import { eventsOfTitle } from '@/utils/domain/history/trophy-events';
import type { HundredEvent } from '@/utils/domain/numbers/log-milestones';
import { aLibraryTitle } from '../../../support/library-titles';

const RUN = { startedAt: 100, finishedAt: 200 };

function event(
  npCommunicationId: string,
  seenAt: number,
  kind: HundredEvent['kind'] = 'completed',
): HundredEvent {
  return { kind, npCommunicationId, seenAt };
}

test('a game whose set has shrunk to what is earned has come to 100 %', () => {
  const counts = (bronze: number) => ({ bronze, silver: 0, gold: 0, platinum: 0 });
  const known = aLibraryTitle({ progress: 96, earned: counts(24), defined: counts(25) });
  const shrunk = { ...known, progress: 100, defined: counts(24) };
  const seen = eventsOfTitle(known, shrunk).map(({ kind, npCommunicationId: id }) =>
    event(id, 150, kind as HundredEvent['kind']),
  );
  expect(hundredsInRun(RUN, seen, 50)).toStrictEqual({
    games: [known.npCommunicationId],
    more: 0,
  });
});

test('what was seen since the report before belongs to a report, once, and where it stayed so', () => {
  const events = [
    ...[event('before', 50), event('opened', 60), event('twice', 110), event('lost', 120)],
    ...[event('twice', 130, 'lost-hundred'), event('lost', 140, 'lost-hundred')],
    ...[event('twice', 150), event('after', 201)],
  ];
  expect(hundredsInRun(RUN, events, 50).games).toStrictEqual(['opened', 'twice']);
  expect(hundredsInRun(RUN, events, null).games).toStrictEqual(['twice']);
});

test('a hundred games are named, and the others counted', () => {
  const events = Array.from({ length: 130 }, (_, n) => event(String(n), 150));
  const { games, more } = hundredsInRun(RUN, events, 50);
  expect([games.length, more]).toStrictEqual([100, 30]);
});
