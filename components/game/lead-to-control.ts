import { tick } from 'svelte';

/** Leads the keyboard, and the eye, to a control of the page that is drawn with what was just opened. */
export async function leadToControl(name: string): Promise<void> {
  await tick();
  const control = document.querySelector<HTMLElement>(`[data-control="${name}"]`);
  control?.focus({ preventScroll: true });
  control?.scrollIntoView({ block: 'nearest' });
}
