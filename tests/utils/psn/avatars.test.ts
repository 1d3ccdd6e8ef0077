import { expect, test } from 'vitest';
import * as answers from '@/utils/psn/answers';
import { toPlayer } from '@/utils/psn/to-domain';

test('a picture of the player that cannot be read costs itself', () => {
  const good = { size: 's', url: 'http://psn-rsc.prod.dl.playstation.net/s.png' };
  const odd = [null, 7, { size: 'm' }, { size: 'm', url: 'https://example.com/m.png' }];
  const profile = answers.parseAnswer('profile', answers.profile, { avatars: [...odd, good] });
  expect(toPlayer('1', profile).avatarUrl).toBe('https://psn-rsc.prod.dl.playstation.net/s.png');
});
