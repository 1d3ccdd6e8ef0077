import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  folder: string;
  remove(): void;
}

/** A browser profile of its own for one launch. It goes at the latest when this process ends. */
export function createProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'trophy-shelf-profile-'));
  const remove = () => {
    process.off('exit', remove);
    // A browser that is just ending may still write: then the folder is not empty at the first try.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  process.once('exit', remove);
  return { folder, remove };
}

/** Chromium lets an unpacked extension start again only where the developer mode is on. */
export function allowReloading(profile: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder);
  const preferences = { extensions: { ui: { developer_mode: true } } };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(preferences));
}

/** True of a folder that a browser has run in before: the extension is there already. */
export function isUsed(profile: string): boolean {
  return readdirSync(profile).length > 0;
}
