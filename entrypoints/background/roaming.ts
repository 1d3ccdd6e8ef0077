import { stopWaking, wakeAt, wakesAt } from '../../utils/browser/alarms';
import {
  beginRoaming,
  endRoaming,
  readRoaming,
  writeRoaming,
} from '../../utils/browser/roaming-area';
import type { Exclusively } from '../../utils/connection/ports';
import { accountOf, isEnding } from '../../utils/domain/connection/connection';
import {
  bucketsOf,
  changedBuckets,
  roamingPlan,
  rowOf,
  withoutForgotten,
  type Buckets,
  type RoamingItem,
} from '../../utils/domain/library/roaming-items';
import { HOUR } from '../../utils/domain/time-units';
import { parsedStatus } from '../../utils/status/parse';
import { settingsRecord } from '../../utils/status/write';
import { storedRoaming } from '../../utils/status/values';
import type { LibraryRequests } from '../../utils/sync/library-requests';
import { ALARMS } from './alarm-names';

/** Browsers take 120 writes a minute; ours are far below that, however quickly the player types. In milliseconds. */
const APART = 60_000;

interface Needs {
  exclusively: Exclusively;
  library: Pick<LibraryRequests, 'meetItems'>;
  /** By Sony's clock, which dates deletions. */
  now: () => number;
}

/** The player's words on their other computers, by the browser's own service: off until they switch it on. */
export class Roaming {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Before the setting says so: else what was ended on another computer would end this too. */
  begin(): Promise<void> {
    return this.#alone(beginRoaming);
  }

  /** Takes everything out for every computer, and ends it here. */
  async end(): Promise<void> {
    await this.#alone(async () => {
      await endRoaming();
      // Whoever wants it again need not wait.
      await storedRoaming.forget();
    });
    await this.carryOn();
  }

  /** Takes what others know better, and puts there what is known better here. Safe to repeat. */
  carryOn(): Promise<void> {
    return this.#alone(async () => {
      const { roams } = await settingsRecord.read();
      if (!roams || (await this.#meet())) await stopWaking(ALARMS.roaming);
    });
  }

  /** True where nothing is to be done later. */
  async #meet(): Promise<boolean> {
    const { connection, snapshot } = await parsedStatus();
    const accountId = accountOf(connection) ?? snapshot.player?.accountId ?? null;
    if (accountId === null || isEnding(connection)) return accountId === null;
    const area = await readRoaming(bucketsOf(accountId));
    if (area.isEnded) {
      // Also what this one has put there before it heard of that. The mark may be gone by now: begun again elsewhere.
      await endRoaming(true);
      await storedRoaming.forget();
      await settingsRecord.change({ roams: false }, Date.now());
      return true;
    }
    const lying = withoutForgotten(area.buckets, this.#needs.now());
    const others = itemsIn(lying).map(rowOf);
    const both = await this.#needs.library.meetItems(accountId, others);
    if (both === null) return true;
    const plan = roamingPlan(accountId, both, lying, area.elsewhere);
    const changed = changedBuckets(area.buckets, plan.buckets);
    const { writtenAt } = await storedRoaming.read();
    const note = (at: number | null, refused = 0): Promise<void> =>
      storedRoaming.write({ writtenAt: at, left: plan.left.length + refused });
    if (!changed.size) return note(writtenAt).then(() => true);
    // Only what was refused is tried again later than a minute after.
    const wait =
      within(APART, HOUR, await wakesAt(ALARMS.roaming)) ||
      within(0, APART, (writtenAt ?? 0) + APART);
    // A worker that dies while it writes is followed by one that looks again.
    await wakeAt(ALARMS.roaming, Date.now() + (wait || APART));
    if (wait) return false;
    await note(Date.now());
    try {
      await writeRoaming(changed);
    } catch {
      // Whatever the browser has against it: what is not there is said, and tried again, not each minute.
      const there = new Set(itemsIn(area.buckets));
      await note(writtenAt, itemsIn(changed).filter((item) => !there.has(item)).length);
      await wakeAt(ALARMS.roaming, Date.now() + HOUR);
      return false;
    }
    return true;
  }

  #alone(work: () => Promise<void>): Promise<void> {
    return this.#needs.exclusively('roaming', work);
  }
}

function itemsIn(buckets: Buckets): RoamingItem[] {
  return [...buckets.values()].flat();
}

/** How long it is until then, where that is between these; a clock that was put back makes nobody wait longer. */
function within(more: number, atMost: number, instant = 0): number {
  const left = instant - Date.now();
  return left > more && left <= atMost ? left : 0;
}
