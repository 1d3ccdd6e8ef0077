import type { Grade } from '../domain/trophies/grades';
import type { RarityBand } from '../domain/trophies/rarity';
import type { GameFacts } from './game-facts';

/** As databases of games call them, and as most importers know them. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  PS5: 'PlayStation 5',
  PS4: 'PlayStation 4',
  PS3: 'PlayStation 3',
  PSVITA: 'PlayStation Vita',
  PSPC: 'PC (Microsoft Windows)',
};

export const RARITY_WORDS: Record<RarityBand, string> = {
  'ultra-rare': 'Ultra rare',
  'very-rare': 'Very rare',
  rare: 'Rare',
  common: 'Common',
};

export const GRADE_WORDS: Record<Grade, string> = {
  bronze: 'Bronze',
  silver: 'Silver',
  gold: 'Gold',
  platinum: 'Platinum',
};

export function platformInFull(platform: string): string {
  return PLATFORM_NAMES[platform] ?? platform;
}

/** Several values in one cell; whoever knows lists splits them there. */
export function inOneCell(values: readonly string[]): string {
  return values.map(asOneOfMany).join(', ');
}

/** One that itself has what they are split at stands in quotes, as it does in a line of such a file. */
function asOneOfMany(value: string): string {
  return /[,"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Hours with two decimals. */
export function playHours(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 36) / 100;
}

/** Tenths of a percent as percent. */
export function percentOf(rate: number | null | undefined): number | null {
  return rate === null || rate === undefined ? null : rate / 10;
}

/** As it stands in a line of words; empty where it is not known. Without a blank, at which the line could break. */
export function percentSaid(percent: number | null): string {
  return percent === null ? '' : `${String(percent)}%`;
}

/** The ids by which other programs find a game: none of them says whose it is. */
export const ID_CELLS = {
  np_communication_id: ({ npCommunicationIds }: GameFacts) => inOneCell(npCommunicationIds),
  np_title_id: ({ npTitleIds }: GameFacts) => inOneCell(npTitleIds),
  psn_concept_id: ({ conceptIds }: GameFacts) => inOneCell(conceptIds),
};

/** A trophy that is not known here has no name. */
export function noteWithTrophy({ trophy, note }: GameFacts['notes'][number]): string {
  return trophy === '' ? note : `${trophy}: ${note}`;
}

/** What the player wrote, on one line: importers split files by lines before they read them. */
export function notesOnOneLine({ notes }: Pick<GameFacts, 'notes'>): string {
  return onOneLine(notes.map(noteWithTrophy));
}

/** The same with their tags, for what has no other place for these. */
export function tagsAndNotes({ tags, notes }: Pick<GameFacts, 'tags' | 'notes'>): string {
  return onOneLine([tags.join(', '), ...notes.map(noteWithTrophy)]);
}

function onOneLine(texts: readonly string[]): string {
  return texts
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join(' · ');
}
