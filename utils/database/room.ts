import { SECOND } from '../domain/time-units';

/** Chromium writes in pieces of up to 4 MB, and throws all databases away where the disk takes only half of one. */
const LEAST_ROOM = 16 * 1024 * 1024;
/** So much that no second of writing fills it. */
const PLENTY = 16 * LEAST_ROOM;

let plentyAt = -Infinity;

/** True where the browser says that hardly anything more can be stored. Where it does not say, there is room. */
export async function isFull(): Promise<boolean> {
  return isLittle(await roomLeft());
}

/** The same before a write: where there was plenty a moment ago there is room, and asking takes as long as writing. */
export async function isFullByNow(): Promise<boolean> {
  const at = performance.now();
  if (at - plentyAt < SECOND) return false;
  const room = await roomLeft();
  if (room !== null && room > PLENTY) plentyAt = at;
  return isLittle(room);
}

function isLittle(room: number | null): boolean {
  return room !== null && room < LEAST_ROOM;
}

/** Null where the browser does not say. */
async function roomLeft(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : quota - usage;
}
