import { stopWaking, wakeAt } from '../../utils/browser/alarms';
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
      if (!(await isOn()) || (await this.#meet())) await stopWaking(ALARMS.roaming);
    });
  }

  /** True where nothing is to be done later. */
  async #meet(): Promise<boolean> {
    const { connection, snapshot } = await parsedStatus();
    const accountId = accountOf(connection) ?? snapshot.player?.accountId ?? null;
    if (accountId === null || isEnding(connection)) return accountId === null;
    const area = await readRoaming(bucketsOf(accountId));
    if (area.isEnded) {
      await settingsRecord.change({ roams: false }, Date.now());
      return true;
    }
    const lying = withoutForgotten(area.buckets, this.#needs.now());
    const others = [...lying.values()].flat().map(rowOf);
    const both = await this.#needs.library.meetItems(accountId, others);
    if (both === null) return true;
    const plan = roamingPlan(accountId, both, lying, area.elsewhere);
    const changed = changedBuckets(area.buckets, plan.buckets);
    const { writtenAt } = await storedRoaming.read();
    const wait = changed.size === 0 ? 0 : waitAfter(writtenAt);
    // A worker that dies while it writes is followed by one that looks again.
    if (changed.size > 0) await wakeAt(ALARMS.roaming, Date.now() + (wait || APART));
    if (wait > 0) return false;
    const written = {
      writtenAt: changed.size > 0 ? Date.now() : writtenAt,
      left: plan.left.length,
    };
    await storedRoaming.write(written);
    if (changed.size === 0) return true;
    try {
      await writeRoaming(changed);
    } catch {
      // Whatever the browser has against it: what is not there is said, and tried again, not each minute.
      const left = written.left + [...changed.values()].flat().length;
      await storedRoaming.write({ ...written, left });
      await wakeAt(ALARMS.roaming, Date.now() + HOUR);
      return false;
    }
    return true;
  }

  #alone(work: () => Promise<void>): Promise<void> {
    return this.#needs.exclusively('roaming', work);
  }
}

async function isOn(): Promise<boolean> {
  return (await settingsRecord.read()).roams === true;
}

/** A clock that was put back makes nobody wait for the time that it shows again. */
function waitAfter(writtenAt: number | null): number {
  const since = Date.now() - (writtenAt ?? -Infinity);
  return since < 0 || since >= APART ? 0 : APART - since;
}
