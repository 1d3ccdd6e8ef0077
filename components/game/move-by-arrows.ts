const FOR_TYPING = 'textarea, input, select';

/** The arrows up and down lead from one trophy of a list to the next, and stay at the same control. */
export function moveByArrows(list: HTMLElement): () => void {
  const onkeydown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && moves(list, event.target as Element, step)) event.preventDefault();
  };
  list.addEventListener('keydown', onkeydown);
  return () => list.removeEventListener('keydown', onkeydown);
}

function moves(list: HTMLElement, from: Element, step: number): boolean {
  const rows = [...list.querySelectorAll('[data-trophy]')];
  const at = rows.findIndex((row) => row.contains(from));
  const to = rows[at + step];
  if (at < 0 || to === undefined || from.matches(FOR_TYPING)) return false;
  const control = from.getAttribute('data-control') ?? '';
  const same = to.querySelector<HTMLElement>(`[data-control="${control}"]`);
  (same ?? to.querySelector<HTMLElement>('[data-control]'))?.focus();
  return true;
}
