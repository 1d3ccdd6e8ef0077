/** True where a key belongs to something else than the page: a field, a dialog, the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  return target instanceof Element && target.closest(FIELDS) !== null;
}

const FIELDS =
  'input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]';
