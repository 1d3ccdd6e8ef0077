/** A name of which nothing can be seen is none: its link and its heading would be empty. */
const UNSEEN = /^[\s\u2800\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]*$/u;

/**
 * A name as one line, empty where there is nothing to see of it: 5 % of Sony's end in a line feed, and some have
 * no-break spaces. The wide blank between Japanese words (U+3000) is theirs.
 */
export function nameLine(text: string | null | undefined): string {
  const name = (text ?? '').replace(/[^\S\u3000]+/gu, ' ').trim();
  return isUnseen(name) ? '' : name;
}

export function isUnseen(name: string): boolean {
  return UNSEEN.test(name);
}
