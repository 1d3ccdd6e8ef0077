import type { PlayedGame } from './accounts/played-game.ts';
import { inLanguage } from './language.ts';
import { gameArtUrl } from './picture-urls.ts';
import { hashOf, hexOf } from './random.ts';
import type { RecordedForms } from './recorded-forms.ts';
import { categoryOf, isApp } from './recorded-forms.ts';

const LANGUAGES = [
  'da-DK',
  'de-DE',
  'en-GB',
  'en-US',
  'es-419',
  'es-ES',
  'fi-FI',
  'fr-CA',
  'fr-FR',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nl-NL',
  'no-NO',
  'pl-PL',
  'pt-BR',
  'pt-PT',
  'ru-RU',
  'sv-SE',
  'tr-TR',
  'zh-Hans',
  'zh-Hant',
];

/** One entry of the played list, as heavy as Sony's: two media blocks and a name in every language. */
export function gameRow(
  game: PlayedGame,
  language: string | null,
  forms: RecordedForms,
): Record<string, unknown> {
  const art = gameArtUrl(game.npTitleId, game.npCommunicationIds[0]);
  const media = mediaOf(game, art);
  return {
    titleId: game.npTitleId,
    name: game.name,
    localizedName: inLanguage(game.name, language),
    imageUrl: art,
    localizedImageUrl: art,
    category: categoryOf(game, forms),
    service: game.service,
    sortableName: game.name.toLowerCase(),
    playCount: game.playCount,
    concept: conceptOf(game, media),
    media,
    firstPlayedDateTime: fractional(game.firstPlayedAt),
    lastPlayedDateTime: fractional(game.lastPlayedAt),
    playDuration: durationOf(game.duration),
  };
}

const IMAGE_TYPES = [
  'FOUR_BY_THREE_BANNER',
  'GAMEHUB_COVER_ART',
  'HERO_CHARACTER',
  'LOGO',
  'MASTER',
  'PORTRAIT_BANNER',
  'EDITION_KEY_ART',
  'SCREENSHOT',
  'SCREENSHOT',
  'SCREENSHOT',
];

function mediaOf(game: PlayedGame, art: string): Record<string, unknown> {
  const folder = art.slice(0, art.lastIndexOf('/'));
  const images = IMAGE_TYPES.map((type, index) => ({
    url: type === 'MASTER' ? art : `${folder}/${hexOf(`${game.npTitleId}/${index}`, 40)}.png`,
    format: 'UNKNOWN',
    type,
  }));
  return { audios: [], videos: [], images };
}

function conceptOf(game: PlayedGame, media: Record<string, unknown>): Record<string, unknown> {
  return {
    id: 200_000 + (hashOf(game.npTitleId) % 9_800_000),
    titleIds: siblingsOf(game),
    name: game.name,
    media,
    genres: isApp(game) ? [] : ['ADVENTURE', 'ROLE_PLAYING_GAMES'],
    localizedName: {
      defaultLanguage: 'en-US',
      metadata: Object.fromEntries(LANGUAGES.map((language) => [language, game.name])),
    },
    country: 'US',
    language: 'en',
  };
}

/** The regional editions of the same game. */
function siblingsOf(game: PlayedGame): string[] {
  const number = Number(game.npTitleId.slice(4, 9));
  return [0, 1, 2, 3].map(
    (step) =>
      `${game.npTitleId.slice(0, 4)}${String((number + step * 7919) % 100_000).padStart(5, '0')}_00`,
  );
}

/** As many digits of a second as there happen to be: none, two, three or six. */
function fractional(time: number): string {
  const whole = new Date(time).toISOString().slice(0, 19);
  const thousandths = String(time % 1000).padStart(3, '0');
  if (time % 7 === 0) return `${whole}Z`;
  if (time % 7 < 3) return `${whole}.${thousandths.slice(0, 2)}Z`;
  return time % 7 < 5 ? `${whole}.${thousandths}Z` : `${whole}.${thousandths}000Z`;
}

/** ISO 8601 with hours that never become days. */
function durationOf(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const parts = [
    hours > 0 ? `${hours}H` : '',
    minutes > 0 ? `${minutes}M` : '',
    rest > 0 ? `${rest}S` : '',
  ].join('');
  return parts === '' ? 'PT0S' : `PT${parts}`;
}
