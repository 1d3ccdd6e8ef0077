import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Build = 'chrome-mv3' | 'chrome-mv3-dev' | 'firefox-mv3';

const BUILT_BY: Record<Build, string> = {
  'chrome-mv3': 'npm run build',
  'chrome-mv3-dev': 'npm run dev',
  'firefox-mv3': 'npm run build:firefox',
};

/** The folder that WXT built for a browser; says how to build it when it is not there. */
export function builtExtension(build: Build): string {
  const folder = fileURLToPath(new URL(`../../.output/${build}`, import.meta.url));
  if (!existsSync(`${folder}/manifest.json`)) {
    throw new Error(`There is no build for this browser yet: run \`${BUILT_BY[build]}\` first.`);
  }
  return folder;
}
