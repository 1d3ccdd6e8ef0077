import { expect, test } from 'vitest';
import { knownOf, needIn } from '@/components/connection/needs-attention';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { isOfSignIn, needWords } from '@/utils/words/needs';
import { aStatus, connected, DAY, lifeOf } from '../../support/statuses';

const NOW = 100 * DAY;

test.each([
  ['unknown', true, /If you are signed in as/],
  ['alive', false, /does not renew itself.* until/],
] as const)(
  'a sign-in that is %s promises a day, and blames the switch, only where that is known',
  (state, renewal, words) => {
    const session = { state, endsAt: NOW + 40 * DAY };
    const connection = connected({ tokenLife: lifeOf(1.5, NOW, session) });
    const status = aStatus({ connection, settings: { ...DEFAULT_SETTINGS, renewal } });
    const need = needIn(status, null, NOW);
    if (need === null || !isOfSignIn(need.state)) throw new Error('Nothing is needed.');

    expect(need).toStrictEqual({ state: 'more-time', action: 'connect' });
    const { sentence } = needWords(need.state, knownOf(connection, status, NOW), 'en-GB');
    expect(sentence).toMatch(words);
    expect(/\d|renew/.test(sentence)).toBe(state === 'alive');
  },
);
