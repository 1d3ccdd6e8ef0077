import type { TrophyAnnotation } from '@/utils/domain/trophies/trophy-annotation';
import { NOT_ANNOTATED } from '@/utils/domain/trophies/trophy-annotation';
import type { LibraryTitle } from '@/utils/domain/library/title';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { clockTexts } from '@/utils/exports/clock-texts';
import type { LibraryToExport, PlayedEdition } from '@/utils/exports/library-to-export';
import { aLibraryTitle } from './library-titles';
import { aPlayedGame } from './titles';
import { aTrophy } from './trophies';

/** When files are written: in Tokyo it is the next day. */
export const WRITTEN_AT = Date.UTC(2026, 10, 29, 15, 30);
export const CLOCK = clockTexts('Asia/Tokyo', WRITTEN_AT);

/** What breaks files that are written by hand. */
export const ODD_NAMES = [
  'Plain',
  'Comma, Semicolon; and "quotes"',
  "=cmd|' /C calc'!A0",
  '+1',
  '-KLAUS-',
  '@sum',
  '\t=tab',
  ' =after a blank',
  '＝wide',
  'Two\nlines',
  'Carriage\r\nreturn',
  'Line\u2028separator\u0085next',
  'Emoji 🏴‍☠️🏆',
  '鬼滅の刃　ヒノカミ血風譚',
  'مغامرة',
  'a\u202Eb',
  'Colon: Slash / Pipe | Hash # Star * ?',
  '---',
  '- [ ] list',
  '<script>alert(1)</script>',
  '&amp; </style>',
  'CON',
  'back\\slash',
  "'",
  '"',
  'null',
  '~',
  '[[link]]',
  '{{x}}',
  '%%',
  'trailing dot.',
];

export function anEdition(said: Partial<PlayedEdition> = {}): PlayedEdition {
  return { ...aPlayedGame(), npCommunicationIds: ['NPWR00001_00'], ...said };
}

export function aNote(said: Partial<TrophyAnnotation> = {}): TrophyAnnotation {
  return { ...NOT_ANNOTATED, npCommunicationId: 'NPWR00001_00', trophyId: 1, ...said };
}

/** A library of which only what matters to the test is said. */
export function aLibraryToExport(
  said: Partial<Pick<LibraryToExport, 'titles' | 'played'>> & {
    sets?: readonly TrophySet[];
    annotations?: readonly TrophyAnnotation[];
    /** Games whose trophies lie there, and cannot be read. */
    unread?: readonly string[];
  } = {},
): LibraryToExport {
  const { titles = [], played = [], sets = [], annotations = [], unread = [] } = said;
  const isOf =
    (ids: readonly string[]) =>
    ({ npCommunicationId }: { npCommunicationId: string }): boolean =>
      ids.includes(npCommunicationId);
  return {
    titles,
    played,
    readSets: (ids) => Promise.resolve(sets.filter(isOf(ids))),
    readAnnotations: (ids) => Promise.resolve(annotations.filter(isOf(ids))),
    unreadAmong: (ids) => Promise.resolve(ids.filter((id) => unread.includes(id))),
  };
}

/** A game, with a trophy and a note, for each odd name: all of them are called so. */
export function anOddLibrary(): LibraryToExport {
  const ids = ODD_NAMES.map((_, at) => `NPWR${String(at).padStart(5, '0')}_00`);
  const titles = ODD_NAMES.map((name, at): LibraryTitle => {
    const odd = { npCommunicationId: ids[at]!, name, tags: [name], progress: 50 };
    return aLibraryTitle({ ...odd, lastPlayedAt: Date.UTC(2026, 0, 2) });
  });
  return aLibraryToExport({
    titles,
    sets: ODD_NAMES.map((name, at) => {
      const dated = { earned: true, earnedAt: Date.UTC(2026, 0, 1, 20) };
      return {
        npCommunicationId: ids[at]!,
        groups: [{ groupId: 'default', name, iconUrl: null }],
        trophies: [aTrophy({ name, detail: name, rewardName: name, ...dated })],
      };
    }),
    annotations: ODD_NAMES.map((name, at) => aNote({ npCommunicationId: ids[at]!, note: name })),
  });
}

export async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(chunks)).join('');
}
