import { parse } from 'svelte/compiler';

/** Where a reader, or who has it read aloud, meets what stands there. */
const READ =
  /^(aria-(label|description|roledescription|valuetext)|alt|title|placeholder|label|heading|hint)$/;
const LETTER = /\p{L}/u;

/** Words in the markup of a component: they belong into a catalogue. */
export function findBareWords(component: string): string[] {
  const found: string[] = [];
  visit(parse(component, { modern: true }).fragment, found);
  return found;
}

function visit(node: unknown, found: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) visit(each, found);
    return;
  }
  const { type, name, data } = node as { type?: string; name?: string; data?: string };
  if (type === 'Attribute') {
    const { value } = node as { value: unknown };
    if (READ.test(name ?? '')) visit(value, found);
    else if (Array.isArray(value)) visit(value.filter(isNoText), found);
    else visit(value, found);
    return;
  }
  if (type === 'Text' && LETTER.test(data ?? '')) found.push((data ?? '').trim());
  for (const child of Object.values(node)) visit(child, found);
}

function isNoText(node: unknown): boolean {
  return (node as { type?: string }).type !== 'Text';
}
