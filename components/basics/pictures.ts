import { getContext, setContext } from 'svelte';

const KEY = Symbol('pictures');

/** Says for all that is drawn within this component whether pictures are loaded. */
export function loadPicturesWhile(areWanted: () => boolean): void {
  setContext(KEY, areWanted);
}

/** What was said around this component; they are loaded where nothing was. */
export function picturesWanted(): () => boolean {
  return getContext<(() => boolean) | undefined>(KEY) ?? (() => true);
}
