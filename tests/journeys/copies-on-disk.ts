import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { type Build, builtExtension } from '../browser/built-extension.ts';

/** A folder for one test. */
export function aFolder(): string {
  const folder = mkdtempSync(`${tmpdir()}/trophy-shelf-copies-`);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** The build, with the permission that a player gives in a question of the browser's, which nobody can answer here. */
export function permittedCopy(build: Build): string {
  const folder = aFolder();
  cpSync(builtExtension(build), folder, { recursive: true });
  permitAll(folder);
  return folder;
}

/** The same of a copy that is there already. */
export function permitAll(folder: string): void {
  const file = `${folder}/manifest.json`;
  const { optional_permissions: optional, ...manifest } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as Record<'permissions' | 'optional_permissions', string[]>;
  manifest.permissions.push(...optional);
  writeFileSync(file, JSON.stringify(manifest));
}

/** A profile of Chromium's that puts downloads into this folder. */
export function savesInto(disk: string, { asks = false } = {}): string {
  const profile = aFolder();
  mkdirSync(`${profile}/Default`);
  const preferences = {
    extensions: { ui: { developer_mode: true } },
    download: { default_directory: disk, prompt_for_download: asks },
  };
  writeFileSync(`${profile}/Default/Preferences`, JSON.stringify(preferences));
  return profile;
}

/** The copies that lie below the folder for downloads: what is not saved to its end has another name. */
export function copiesBelow(disk: string): string[] {
  const folder = `${disk}/Trophy Shelf`;
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).sort();
  return names.filter((name) => name.endsWith('.json.gz')).map((name) => `${folder}/${name}`);
}

/** What a copy says, without the line that says when it was made. Fails where it is not whole. */
export function rowsOf(path: string): string {
  const [, ...rows] = gunzipSync(readFileSync(path)).toString().split('\n');
  return rows.slice(0, -2).join('\n');
}
