import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PICTURE_HOSTS } from '@/utils/domain/picture-hosts';
import type { GuideEntry } from '@/utils/words/guide/entry';
import { textOf } from '@/utils/words/guide/entry-texts';
import { HOSTS_OF_PICTURES, HOSTS_TALKED_TO, PRIVACY_ENTRIES } from '@/utils/words/privacy';

const entries: readonly GuideEntry[] = PRIVACY_ENTRIES;
const CONFIG = fileURLToPath(new URL('../../../wxt.config.ts', import.meta.url));

test('names every host of pictures, and the two that are talked to', () => {
  expect(HOSTS_OF_PICTURES).toEqual(PICTURE_HOSTS);
  const [, sonys = ''] = /SONY_HOSTS = \[(.*)\]/.exec(readFileSync(CONFIG, 'utf8')) ?? [];
  expect([...sonys.matchAll(/https:\/\/([^']+)/g)].map(([, host]) => host)).toEqual(
    Object.values(HOSTS_TALKED_TO),
  );
});

test('has the words of a player', () => {
  const text = entries.map(textOf).join(' ');
  expect(text).not.toMatch(/\bPSN\b|\b[Tt]okens?\b|'/);
});
