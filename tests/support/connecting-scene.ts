import { Connecting } from '@/utils/connection/connecting';
import { FakeSony } from './fake-sony';
import { FakeRecord, FakeVault, newLocks } from './fake-worker-storage';
import { MortalWorker } from './mortal-worker';

/** The end of a session that was made just now. */
export const FRESH = 60 * 24 * 3_600_000;

/** Somebody signed in a moment ago, nothing stored yet, and workers that come and go. */
export class ConnectingScene {
  readonly sony = new FakeSony();
  readonly vault = new FakeVault();
  readonly record = new FakeRecord();
  now = 1_000;
  /** What was done to the browser, in order. */
  readonly seen: string[] = [];

  constructor() {
    this.sony.session = { state: 'signed-in', endsAt: FRESH };
  }

  /** A worker just born over what is stored, that dies at its nth outside call. */
  startWorker(worker = new MortalWorker(Infinity)): Connecting {
    const note = (what: string) => (): Promise<void> => {
      this.seen.push(what);
      return Promise.resolve();
    };
    return new Connecting({
      session: worker.mortal(this.sony),
      tokens: worker.mortal(this.sony),
      profile: worker.mortal(this.sony),
      vault: worker.mortal(this.vault),
      record: worker.mortal(this.record),
      exclusively: newLocks(),
      surroundings: worker.mortal({
        now: () => this.now,
        hostsAllowed: () => Promise.resolve(true),
        openSignInPage: note('sign-in page'),
        openAccountPage: note('account page'),
        openLibrary: note('library'),
        keepWaking: note('waking'),
        stopWaking: note('asleep'),
      }),
      keepPlayer: note('player'),
      stopSync: () => Promise.resolve(),
      fillLibrary: () => this.seen.push('fill'),
    });
  }
}
