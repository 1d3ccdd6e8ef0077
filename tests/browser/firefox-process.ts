import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFirefox } from './find-browsers.ts';
import { firefoxPreferences, type FirefoxEnvironment } from './firefox-preferences.ts';

export interface FirefoxProcess {
  marionettePort: number;
  /** Waits a while for Firefox to end by itself, then ends it. */
  end(): Promise<void>;
  /** Ends it at once. */
  kill(): Promise<void>;
}

const START_LIMIT = 30_000;
const END_LIMIT = 5_000;

/** Starts Firefox without a window on a profile, and waits until Marionette listens. */
export async function startFirefox(
  profile: string,
  environment: Omit<FirefoxEnvironment, 'downloads'>,
): Promise<FirefoxProcess> {
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  writeFileSync(
    join(profile, 'user.js'),
    firefoxPreferences({ ...environment, downloads: downloadsIn(profile) }),
  );

  const program = findFirefox();
  if (!program) throw new Error('No Firefox was found.');
  // Since Firefox 153 pages of extensions are closed to Marionette without system access.
  const words = ['--headless', '--marionette', '-remote-allow-system-access', '--no-remote'];
  const child = spawn(program, [...words, '--profile', profile], {
    stdio: 'ignore',
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').finally(() => process.off('exit', kill));

  const end = async (): Promise<void> => {
    await Promise.race([ended, sleep(END_LIMIT, undefined, { ref: false })]);
    if (child.exitCode === null && child.signalCode === null) kill();
    await ended;
  };

  const killed = async (): Promise<void> => {
    kill();
    await ended;
  };

  const started = Date.now();
  let marionettePort = readPort(portFile);
  while (!marionettePort && child.exitCode === null && Date.now() - started < START_LIMIT) {
    await sleep(20);
    marionettePort = readPort(portFile);
  }
  if (marionettePort) return { marionettePort, end, kill: killed };
  kill();
  throw new Error('Firefox did not start.');
}

/** Where Firefox puts what is saved. */
export function downloadsIn(profile: string): string {
  return join(profile, 'downloads');
}

/** The port that Firefox chose, or 0 while it has not written it. */
function readPort(file: string): number {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}
