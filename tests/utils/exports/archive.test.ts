import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { archive, type ArchiveChoice } from '@/utils/exports/archive';
import type { LibraryToExport } from '@/utils/exports/library-to-export';
import { aLibraryTitle } from '../../support/library-titles';
import {
  aLibraryToExport,
  aNote,
  anOddLibrary,
  CLOCK,
  ODD_NAMES,
  textOf,
} from '../../support/library-to-export';
import { aTrophy, aTrophySet } from '../../support/trophies';

const CHOICE: ArchiveChoice = {
  language: 'en',
  heading: 'Trophies <of> "one" & all',
  about: '29 November 2026',
  withPictures: false,
  withNotes: true,
  words: {
    grades: { bronze: 'Bronze', silver: 'Silver', gold: 'Gold', platinum: 'Platinum' },
    ...{ secret: 'A secret trophy', earned: 'Earned', notEarned: 'Not earned' },
    unread: 'They <cannot> be read',
  },
};

async function written(library: LibraryToExport, choice: Partial<ArchiveChoice> = {}) {
  return textOf(archive(library, CLOCK, { ...CHOICE, ...choice }));
}

async function opened(library: LibraryToExport, choice: Partial<ArchiveChoice> = {}) {
  const { document } = parseHTML(await written(library, choice));
  const texts = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
  return { document, texts };
}

const ICON = 'https://image.api.playstation.com/a.png?w=1&h="2"';

test('has every game with its trophies, by the clocks of the player', async () => {
  const at = Date.UTC(2026, 0, 1, 20, 15, 10);
  const library = aLibraryToExport({
    titles: [aLibraryTitle({ name: 'Lantern Keepers™', iconUrl: ICON, tags: ['cosy'] })],
    sets: [
      aTrophySet({
        trophies: [
          aTrophy({ grade: 'gold', earned: true, earnedAt: at, rates: [{ day: 1, rate: 45 }] }),
          aTrophy({ trophyId: 2, hidden: true, name: 'The end', earned: false }),
          aTrophy({ trophyId: 3, earned: null, earnedAt: at }),
          aTrophy({ trophyId: 4, earned: true }),
        ],
      }),
    ],
    annotations: [aNote({ note: 'by the lake\n--- | #' })],
  });
  const { texts, document } = await opened(library);
  expect(texts('h1')).toEqual(['Trophies <of> "one" & all']);
  expect(texts('h2')).toEqual(['Lantern Keepers™']);
  expect(texts('h2 ~ .small')).toEqual(['PlayStation 5 · 17% · 4 / 17 · cosy']);
  expect(texts('li .small')).toEqual([
    ...['Earned 2026-01-02 05:15:10 · 4.5%', 'Not earned', '', 'Earned'],
  ]);
  expect(texts('li details summary').map((text) => text.trim())).toEqual(['A secret trophy']);
  expect(texts('blockquote')).toEqual(['by the lake\n--- | #']);
  expect(document.querySelectorAll('img')).toHaveLength(0);
  const unnoted = await opened(library, { withNotes: false });
  expect(unnoted.texts('blockquote, h2 ~ .small')).toEqual(['PlayStation 5 · 17% · 4 / 17']);
});

test('keeps what was noted of trophies that are not here, where notes are wanted', async () => {
  const library = aLibraryToExport({
    titles: [aLibraryTitle()],
    annotations: [aNote({ note: 'mine' }), aNote({ trophyId: 2, pinned: true })],
  });
  expect((await opened(library)).texts('li')).toEqual(['mine']);
  expect((await opened(library, { withNotes: false })).texts('li')).toEqual([]);
});

test('asks for nothing, and for Sony’s pictures alone where that was chosen', async () => {
  const titles = [
    aLibraryTitle({ iconUrl: ICON }),
    aLibraryTitle({ npCommunicationId: 'NPWR00002_00', iconUrl: 'https://elsewhere.invalid/a' }),
  ];
  const policyOf = (document: Document): string =>
    document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
  const without = await opened(aLibraryToExport({ titles }));
  expect(policyOf(without.document)).toContain("default-src 'none'");
  expect(policyOf(without.document)).toContain("img-src 'none'");
  const { document, texts } = await opened(aLibraryToExport({ titles }), { withPictures: true });
  const pictures = [...document.querySelectorAll('img')];
  expect(pictures.map((image) => image.getAttribute('src'))).toEqual([ICON]);
  expect(policyOf(document)).toContain('img-src https://image.api.playstation.com ');
  expect(policyOf(document)).not.toContain('unsafe');
  // Its own style is the one that the policy allows.
  const hash = createHash('sha256').update(texts('style')[0]!).digest('base64');
  expect(policyOf(document)).toContain(`style-src 'sha256-${hash}'`);
});

test('shows every name as text, whatever stands in it', async () => {
  const { document, texts } = await opened(anOddLibrary());
  const plain = ODD_NAMES.map((name) =>
    name.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, ' '),
  );
  expect(texts('h2')).toEqual(plain);
  expect(texts('li b')).toEqual(plain);
  expect(texts('blockquote')).toEqual(plain);
  expect(
    document.querySelectorAll('script, [style], [onclick], [onerror], iframe, a'),
  ).toHaveLength(0);
});

test('says of a game that its trophies cannot be read, and of no other', async () => {
  const ids = ['NPWR00001_00', 'NPWR00002_00'];
  const titles = ids.map((npCommunicationId) => aLibraryTitle({ npCommunicationId }));
  const { texts } = await opened(aLibraryToExport({ titles, unread: ['NPWR00002_00'] }));
  expect(texts('li')).toEqual(['They <cannot> be read']);
  expect(texts('#NPWR00002_00 li')).toHaveLength(1);
});
