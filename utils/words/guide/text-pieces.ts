import type { entries } from '../en/guide.json';
import { PLAYSTATION_SITE } from '../names';
import type { RichText } from '../rich-text';

/** What an entry is linked to by. */
export type Anchor = keyof typeof entries;

/** Pages that the guide leads to, besides its own entries. */
const PAGES = {
  settings: '#/settings',
  library: '#/library',
  picker: '#/picker',
  syncs: '#/syncs',
  privacy: '#/privacy',
  playstation: PLAYSTATION_SITE,
};

type Page = keyof typeof PAGES;

/** A text of the guide, in which a tag is code, or a link that is called like what it leads to. */
export type GuideText = string | RichText<'code' | Page | Anchor>;

/** A piece of a text of the guide. */
export interface TextPiece {
  kind: 'words' | 'code' | 'link';
  text: string;
  /** Where a link leads: `#/…` is a page of ours. */
  address?: string;
}

/** A text of the guide, taken apart into words, code and links. */
export function textPieces(text: GuideText): TextPiece[] {
  if (typeof text === 'string') return [{ kind: 'words', text }];
  return text.map((part) => {
    if (typeof part === 'string') return { kind: 'words', text: part };
    if (part.tag === 'code') return { kind: 'code', text: part.text };
    return { kind: 'link', text: part.text, address: addressOf(part.tag) };
  });
}

/** What is read of a text, without its marks. */
export function plainText(text: GuideText): string {
  return textPieces(text)
    .map((piece) => piece.text)
    .join('');
}

function addressOf(tag: Page | Anchor): string {
  return isPage(tag) ? PAGES[tag] : `#/guide/${tag}`;
}

function isPage(tag: Page | Anchor): tag is Page {
  return Object.hasOwn(PAGES, tag);
}
