import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const CHROMIUM_PLACES = [
  ...onPath(['chromium', 'chromium-browser']),
  chromium.executablePath(),
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  join(process.env['LOCALAPPDATA'] ?? '', 'Chromium/Application/chrome.exe'),
];

const FIREFOX_PLACES = [
  ...onPath(['firefox-esr', 'firefox']),
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  join(process.env['PROGRAMFILES'] ?? '', 'Mozilla Firefox/firefox.exe'),
];

/**
 * Finds a Chromium that still loads an unpacked extension from its command line, which branded
 * Chrome gave up in version 137. `CHROMIUM_PATH` wins over everything found.
 */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM_PATH'] ?? '', ...CHROMIUM_PLACES].find(isExecutable);
}

/** Finds Firefox, extended-support release first. `FIREFOX_PATH` wins over everything found. */
export function findFirefox(): string | undefined {
  return [process.env['FIREFOX_PATH'] ?? '', ...FIREFOX_PLACES].find(isExecutable);
}

function onPath(names: string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isExecutable(file: string): boolean {
  if (file === '') return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
