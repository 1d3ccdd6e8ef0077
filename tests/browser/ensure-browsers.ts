import { spawnSync } from 'node:child_process';
import { findChromium, findFirefox } from './find-browsers.ts';

/** Names in every script are drawn on the shelf: without these a screenshot shows empty boxes. */
const FONTS = ['fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

const BY_HAND = {
  chromium: [
    'No Chromium was found. Install Chromium, or run `npx playwright install chromium`, or set',
    'CHROMIUM_PATH to Chromium or Chrome for Testing. (Google Chrome itself will not do: since',
    'version 137 it ignores --load-extension.)',
  ].join('\n'),
  firefox: 'No Firefox was found. Install Firefox, or set FIREFOX_PATH to its program file.',
};

export interface Wanted {
  firefox: boolean;
}

/**
 * Makes sure that the browsers are there: installs what is missing where we may (root on a machine
 * with apt), and otherwise throws a sentence that says what to install by hand.
 */
export function ensureBrowsers({ firefox }: Wanted): void {
  if (mayInstall()) {
    install([
      ...(findChromium() ? [] : ['chromium']),
      ...(firefox && !findFirefox() ? ['firefox-esr'] : []),
    ]);
    install(FONTS.filter((font) => !isInstalled(font)));
  }
  const missing = [
    ...(findChromium() ? [] : [BY_HAND.chromium]),
    ...(firefox && !findFirefox() ? [BY_HAND.firefox] : []),
  ];
  if (missing.length > 0) throw new Error(missing.join('\n'));
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name]);
  return stdout.toString() === 'installed';
}

/** A failure is not thrown here: what counts is whether the browsers are there afterwards. */
function install(names: string[]): void {
  if (names.length === 0) return;
  process.stdout.write(`Installing ${names.join(', ')} …\n`);
  aptGet(['update']);
  aptGet(['install', '--yes', '--no-install-recommends', ...names]);
}

function aptGet(words: string[]): void {
  const { status, stderr } = spawnSync(
    'apt-get',
    ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...words],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  if (status !== 0) process.stderr.write(stderr);
}
