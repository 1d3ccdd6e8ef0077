// The items of a list have a `data-item`, their id, and the controls of an item a `data-control`, their name.

export function itemOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
}

export function idOf(item: HTMLElement): string | null {
  return item.dataset['item'] ?? null;
}

export function nameOf(control: HTMLElement): string {
  return control.dataset['control'] ?? '';
}

export function itemsOf(list: HTMLElement | undefined): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
}

function controlsOf(item: HTMLElement): HTMLElement[] {
  return [...item.querySelectorAll<HTMLElement>('[data-control]')];
}

/** The name of an item's next control, from its last the first; null where it has no other. */
export function controlAfter(item: HTMLElement, name: string): string | null {
  const names = controlsOf(item).map(nameOf);
  const at = names.indexOf(name);
  return names.length < 2 ? null : (names[(at + 1) % names.length] ?? null);
}

/** True where the control of this name has the focus now, or the first one where there is none. */
export function takesFocus(item: HTMLElement, name: string): boolean {
  const controls = controlsOf(item);
  const control = controls.find((each) => nameOf(each) === name) ?? controls[0];
  control?.focus({ preventScroll: true });
  return control !== undefined && document.activeElement === control;
}

/** Puts the focus on the list itself. One that takes none else takes it until it loses it, or is clicked. */
export function lendFocus(list: HTMLElement): void {
  if (!list.hasAttribute('tabindex')) {
    const ending = new AbortController();
    const { signal } = ending;
    list.addEventListener('pointerdown', () => list.blur(), { signal });
    list.addEventListener('blur', () => giveBack(list, ending), { signal });
    list.tabIndex = -1;
  }
  list.focus({ preventScroll: true });
}

/** A blur is no loss where only the window was left. */
function giveBack(list: HTMLElement, ending: AbortController): void {
  if (document.activeElement === list) return;
  list.removeAttribute('tabindex');
  ending.abort();
}
