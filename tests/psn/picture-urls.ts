import type { TrophySet } from './accounts/trophy-set.ts';
import { hexOf, uuidOf } from './random.ts';

/** What the trophy number of a title's own icon and of group icons begins at; trophies have their ids. */
const TITLE = 0xffff;
const GROUPS_FROM = 0xf000;

/**
 * Sony's picture addresses end in a hash. Ours do too, but the last four digits say which picture of the set it
 * is, so that the picture host can draw it without a table.
 */
function iconUrl(set: TrophySet, number: number, language: string | null = null): string {
  const np = set.npCommunicationId;
  const seed = `${np}/${number}${language === null ? '' : `/${language}`}`;
  const tail = number.toString(16).padStart(4, '0');
  if (set.service === 'trophy2') {
    const uuid = uuidOf(seed).slice(0, -4) + tail;
    return `https://psnobj.prod.dl.playstation.net/psnobj/${np}/${uuid}.png`;
  }
  const folder = `${np}_${hexOf(np, 40).toUpperCase()}`;
  const file = `${hexOf(seed, 36)}${tail}`.toUpperCase();
  return `https://image.api.playstation.com/trophy/np/${folder}/${file}.PNG`;
}

export function titleIconUrl(set: TrophySet, language: string | null): string {
  return iconUrl(set, TITLE, language);
}

export function groupIconUrl(set: TrophySet, groupId: string): string {
  return iconUrl(set, groupId === 'default' ? TITLE : GROUPS_FROM + Number(groupId));
}

export function trophyIconUrl(set: TrophySet, trophyId: number): string {
  return iconUrl(set, trophyId);
}

/** A played game's art: the same motif as its trophy set's, where it has one. */
export function gameArtUrl(npTitleId: string, npCommunicationId: string | undefined): string {
  const motif = npCommunicationId === undefined ? npTitleId : npCommunicationId;
  const file = hexOf(`${npTitleId}/art`, 24);
  return `https://image.api.playstation.com/vulcan/ap/rnd/202306/1412/${motif}/${file}.png`;
}

/** Plain http, as the profile service sends it. */
export function avatarUrl(accountId: string, size: 's' | 'm' | 'l' | 'xl'): string {
  const host = 'static-resource.np.community.playstation.net';
  return `http://${host}/avatar_${size}/WWS_A/UP9000${accountId}_${size.toUpperCase()}.png`;
}

export type PictureSubject =
  | { kind: 'title'; npCommunicationId: string; isSquare: boolean }
  | { kind: 'group'; npCommunicationId: string; number: number; isSquare: boolean }
  | { kind: 'trophy'; npCommunicationId: string; trophyId: number }
  | { kind: 'art'; motif: string }
  | { kind: 'avatar'; accountId: string };

/** What a picture's path asks for. */
export function subjectOf(path: string): PictureSubject | null {
  const art = /^\/vulcan\/.*\/((?:NPWR|CUSA|PPSA)\d{5}_00)\/[0-9a-f]+\.png$/.exec(path);
  if (art?.[1] !== undefined) return { kind: 'art', motif: art[1] };
  const avatar = /^\/avatar_(?:s|m|l|xl)\/WWS_A\/UP9000(\d+)_[A-Z]+\.png$/.exec(path);
  if (avatar?.[1] !== undefined) return { kind: 'avatar', accountId: avatar[1] };
  const icon = /^\/(?:trophy\/np|psnobj)\/(NPWR\d{5}_00)[^/]*\/[0-9a-fA-F-]+\.(?:png|PNG)$/.exec(
    path,
  );
  const number = parseInt(path.slice(-8, -4), 16);
  if (icon?.[1] === undefined || Number.isNaN(number)) return null;
  const npCommunicationId = icon[1];
  const isSquare = path.startsWith('/psnobj');
  if (number === TITLE) return { kind: 'title', npCommunicationId, isSquare };
  if (number >= GROUPS_FROM) {
    return { kind: 'group', npCommunicationId, number: number - GROUPS_FROM, isSquare };
  }
  return { kind: 'trophy', npCommunicationId, trophyId: number };
}
