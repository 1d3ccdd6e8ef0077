/** A piece of a text of the guide. */
export interface TextPiece {
  kind: 'words' | 'code' | 'link';
  text: string;
  /** Where a link leads: `#/…` is a page of ours. */
  address?: string;
}

const MARKED = /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** A text of the guide, taken apart into words, code and links. */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: whole, 1: code, 2: words, 3: address, index } of text.matchAll(MARKED)) {
    pieces.push({ kind: 'words', text: text.slice(from, index) });
    from = index + whole.length;
    if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (words !== undefined && address !== undefined)
      pieces.push({ kind: 'link', text: words, address });
  }
  pieces.push({ kind: 'words', text: text.slice(from) });
  return pieces.filter((piece) => piece.text !== '');
}

/** What is read of a text, without its marks. */
export function plainText(text: string): string {
  return textPieces(text)
    .map((piece) => piece.text)
    .join('');
}
