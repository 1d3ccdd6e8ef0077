import { describe, expect, test } from 'vitest';
import { CAUSES } from '@/utils/domain/causes';
import { NEEDS, needOf } from '@/utils/domain/connection/need';
import { DAMAGED } from '@/utils/domain/connection/unreadable-record';
import { isEnded } from '@/utils/domain/failure';
import { FAILURES, failureWords, pauseEnds } from '@/utils/words/failures';
import { wayBack } from '@/utils/words/needs';

const NOON = new Date(2026, 10, 22, 12, 0).getTime();

describe.each(CAUSES)('%s', (cause) => {
  const { title, sentence } = FAILURES[cause];

  test('has a title and a sentence', () => {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('speaks to a player, not to a programmer', () => {
    expect(`${title} ${sentence}`).not.toMatch(
      /token|access|HTTP|PSN|\b[45]\d\d\b|NPSSO|error code|JSON/i,
    );
  });
});

test('no two causes look the same', () => {
  const titles = CAUSES.map((cause) => FAILURES[cause].title);
  expect(new Set(titles).size).toBe(titles.length);
});

test('damaged storage asks for one thing only, and a damaged connection for what its button does', () => {
  const library = failureWords({ cause: 'storage-damaged' }).sentence;
  const standing = { connection: DAMAGED, renews: true, asked: null, now: NOON } as const;
  const need = needOf({ ...standing, sync: { state: 'idle' } });
  const record = failureWords({ cause: 'storage-damaged', during: 'record' }).sentence;

  expect(library).toMatch(/^Restart [^.]*\.$/);
  expect([library, record].join(' ')).not.toMatch(/erase/i);
  expect(NEEDS['storage-damaged']).toBe('again');
  expect(need?.action).toBe('connect');
  expect(record).toMatch(/^Connect once more/);
});

test('what has ended and its way back say each thing once', () => {
  const ended = CAUSES.filter((cause) => isEnded({ cause }) || cause === 'access-refused');
  for (const cause of ended) {
    for (const action of ['connect', 'sign-in', 'start-fresh'] as const) {
      const text = `${FAILURES[cause].sentence} ${wayBack(action, cause)}`;
      const said =
        text.match(/by itself|repairs it|sign in again|connect(ing)? (again|once)/gi) ?? [];
      expect(text).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
      expect(new Set(said).size, text).toBe(said.length);
    }
  }
});

describe('the pause', () => {
  test('has an end where that is known', () => {
    const failure = { cause: 'too-many-requests', until: NOON + 32 * 60_000 } as const;
    expect(pauseEnds(failure, NOON, 'en-GB')).toBe('The pause ends at 12:32.');
  });

  test('is not spoken of when it is over, or nobody knows', () => {
    expect(pauseEnds({ cause: 'too-many-requests', until: NOON }, NOON, 'en-GB')).toBeNull();
    expect(pauseEnds({ cause: 'offline' }, NOON, 'en-GB')).toBeNull();
  });
});
