import { expect, test } from 'vitest';
import type { GuideSection } from '@/utils/words/guide/entry';
import { textOf, textsOf } from '@/utils/words/guide/entry-texts';
import { GUIDE_SECTIONS } from '@/utils/words/guide/sections';
import { plainText, textPieces } from '@/utils/words/guide/text-pieces';

const sections: readonly GuideSection[] = GUIDE_SECTIONS;
const entries = sections.flatMap(({ entries }) => entries);
const anchors = [...sections, ...entries].map(({ anchor }) => anchor);

/** Anchors of the entries that have this word, once for each time. */
function whereIs(word: RegExp): string[] {
  return entries.flatMap((entry) => [...textOf(entry).matchAll(word)].map(() => entry.anchor));
}

test('each anchor is there once, and one that an address can have', () => {
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(anchors.filter((anchor) => !/^[a-z\d-]+$/.test(anchor))).toEqual([]);
});

test('a link to another entry leads to one that exists', () => {
  const links = entries
    .flatMap((entry) => textsOf(entry).flatMap(textPieces))
    .flatMap(({ address }) => address ?? [])
    .filter((address) => address.startsWith('#/guide/'));
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((address) => !anchors.includes(address.slice('#/guide/'.length)))).toEqual(
    [],
  );
});

test('says PSN once, and token only where it says how we call what players know by that word', () => {
  expect(whereIs(/\bPSN\b/g)).toHaveLength(1);
  expect(new Set(whereIs(/\btokens?\b/gi))).toEqual(new Set(['step-token']));
});

test('no apostrophe is a straight one', () => {
  expect(entries.map(textOf).filter((text) => text.includes("'"))).toEqual([]);
});

test('reads words, code and links', () => {
  const text = [
    'Press ',
    { tag: 'code', text: 'Connect' },
    ' in ',
    { tag: 'settings', text: 'Settings' },
    '.',
  ] as const;
  expect(textPieces(text)).toEqual([
    { kind: 'words', text: 'Press ' },
    { kind: 'code', text: 'Connect' },
    { kind: 'words', text: ' in ' },
    { kind: 'link', text: 'Settings', address: '#/settings' },
    { kind: 'words', text: '.' },
  ]);
  expect(plainText(text)).toBe('Press Connect in Settings.');
});
