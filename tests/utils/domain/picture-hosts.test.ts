import { expect, test } from 'vitest';
import config from '../../../wxt.config';
import { PICTURE_HOSTS, pictureUrl } from '@/utils/domain/picture-hosts';

test('the policy of our pages allows the hosts whose pictures are read, and no other', () => {
  const { manifest } = config;
  const made = typeof manifest === 'function' ? manifest({ command: 'build' } as never) : manifest;
  const policy = /img-src ([^;]*)/.exec(JSON.stringify(made))?.[1] ?? '';
  const hosts = policy.split(' ').filter((source) => source.startsWith('https:'));

  expect(hosts).toStrictEqual(PICTURE_HOSTS.map((host) => `https://${host}`));
});

test.each(PICTURE_HOSTS)('a picture of %s is read, over https', (host) => {
  expect(pictureUrl(`https://${host}/a/b.PNG?w=160`)).toBe(`https://${host}/a/b.PNG?w=160`);
  expect(pictureUrl(`http://${host}/b.png`)).toBe(`https://${host}/b.png`);
});

test.each([
  undefined,
  null,
  '',
  'a.png',
  'https://example.com/a.png',
  'https://image.api.playstation.com.example.com/a.png',
  'https://image.api.playstation.com@example.com/a.png',
  'https://somebody@image.api.playstation.com/a.png',
  'https://image.api.playstation.com:8443/a.png',
  'ftp://image.api.playstation.com/a.png',
  'data:image/png;base64,AA',
])('the picture of another host is not known: %s', (url) => {
  expect(pictureUrl(url)).toBeNull();
});
