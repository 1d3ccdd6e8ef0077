import { expect, test } from 'vitest';
import {
  addressOfNotification,
  nameOfNews,
  SHORTFALL_NOTIFICATION,
  TOKEN_LIFE_NOTIFICATION,
} from '@/utils/domain/notification-name';

test.each([
  ['a warning', TOKEN_LIFE_NOTIFICATION, '#/settings'],
  ['syncs that fall short', SHORTFALL_NOTIFICATION, '#/library'],
  ['one game', nameOfNews(7, ['NPWR00001_00']), '#/game/NPWR00001_00'],
  ['some games', nameOfNews(7, ['NPWR00001_00', 'NPWR00002_00']), '#/syncs'],
  ['games without a name', nameOfNews(7, []), '#/syncs'],
])('a click on the notification of %s leads to what it is about', (_, name, address) => {
  expect(addressOfNotification(name)).toBe(address);
});

test('each sync has a notification of its own, and so has each game', () => {
  const names = [nameOfNews(7, []), nameOfNews(8, []), nameOfNews(8, ['A']), nameOfNews(9, ['B'])];
  expect(new Set(names).size).toBe(4);
});
