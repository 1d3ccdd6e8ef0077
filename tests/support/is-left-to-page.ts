/** Presses a key where the focus is, without what the browser would do then. True where it is left to the page. */
export function isLeftToPage(key: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });
  return document.activeElement?.dispatchEvent(event) ?? true;
}
