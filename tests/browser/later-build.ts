import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { DATABASE_VERSION } from '../../utils/database/library-name.ts';
import { type Build, builtExtension } from './built-extension.ts';

/** Locks that a page takes: with the first the later background opens databases, the second holds its upgrade up. */
export const LET_OPEN = 'let-open';
export const HOLD_UPGRADE = 'hold-upgrade';

/** The channel in which it is told that an upgrade has begun. */
export const UPGRADES = 'upgrades';

/** The versions that this build and the later one have of their databases, in the browser's own count. */
export const THIS_VERSION = DATABASE_VERSION * 10;
export const LATER_VERSION = THIS_VERSION + 10;

const NUMBER = String(DATABASE_VERSION);
const VERSION = new RegExp(`this\\.version\\(${NUMBER}\\)\\.stores\\(\\{[^}]*\\}\\)`, 'g');
/** A later one than this build's is refused. */
const REFUSED = new RegExp(`(?<=[\\w$]>)${String(THIS_VERSION)}(?=\\)throw)`, 'g');
/** Whatever else is compared with it, as the minifier writes it. */
const COMPARED = new RegExp(`(?<=[\\w$](?:<|>=|===))${String(THIS_VERSION)}(?=[?)])`, 'g');

/** What the later build appends: a table, and something in every row of another one. */
const APPENDED = `.version(${String(DATABASE_VERSION + 1)}).stores({later:'id'}).upgrade(async (upgrade) => {
  const titles = upgrade.table('titles');
  await titles.toCollection().modify((title) => { title.ofLater = true; });
  new BroadcastChannel('${UPGRADES}').postMessage('begun');
  let isHeld = true;
  const ask = async () => {
    const { held } = await navigator.locks.query();
    isHeld = held.some(({ name }) => name === '${HOLD_UPGRADE}');
    if (isHeld) setTimeout(ask, 20);
  };
  setTimeout(ask);
  // Nothing else has the browser wait with the end of an upgrade.
  while (isHeld) await titles.count();
})`;

/** Whatever opens a library asks first which there are. */
const GATE = `{
const databases = indexedDB.databases.bind(indexedDB);
let isOpen = false;
indexedDB.databases = async () => {
  while (!isOpen) {
    const { held } = await navigator.locks.query();
    isOpen = held.some(({ name }) => name === '${LET_OPEN}');
    if (!isOpen) await new Promise((then) => setTimeout(then, 20));
  }
  return databases();
};
}
`;

/** The shipped build in a folder of its own, whose place a later one takes, as with an update. */
export interface UpdatedBuild {
  folder: string;
  /** The background becomes the later build's, and waits for a page; pages are still the earlier one's. */
  updateBackground(): void;
  /** All of it becomes the later build's. */
  update(): void;
  remove(): void;
}

export function updatedBuild(build: Build): UpdatedBuild {
  const folder = mkdtempSync(`${tmpdir()}/trophy-shelf-update-`);
  cpSync(builtExtension(build), folder, { recursive: true });
  const edit = (file: string, become: (text: string) => string): void => {
    const path = `${folder}/${file}`;
    writeFileSync(path, become(readFileSync(path, 'utf8')));
  };
  const background = asLater(readFileSync(`${folder}/background.js`, 'utf8'));
  const updateTo = (script: string): void => {
    edit('background.js', () => script);
    edit('manifest.json', (text) => text.replace('"version":"0.1.0"', '"version":"0.2.0"'));
  };
  return {
    folder,
    updateBackground: () => updateTo(`${GATE}${background}`),
    update() {
      updateTo(background);
      edit('first-library.js', withLaterComparisons);
      const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
      const chunks = readdirSync(`${folder}/chunks`);
      for (const name of chunks.filter((each) => hasDatabase(`${folder}/chunks/${each}`))) {
        edit(`chunks/${name}`, asLater);
        // Under another name, as with an update: browsers keep what they have read.
        const later = `later-${name}`;
        renameSync(`${folder}/chunks/${name}`, `${folder}/chunks/${later}`);
        const scripts = readdirSync(`${folder}/chunks`).map((each) => `chunks/${each}`);
        for (const file of [...pages, ...scripts])
          edit(file, (text) => text.replaceAll(name, later));
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function hasDatabase(path: string): boolean {
  return readFileSync(path, 'utf8').search(VERSION) >= 0;
}

/** A script of the build that opens databases, as it would be with another version. */
function asLater(source: string): string {
  const appended = editOne(source, VERSION, (version) => `${version},this${APPENDED}`);
  return withLaterComparisons(editOne(appended, REFUSED, () => String(LATER_VERSION)));
}

function withLaterComparisons(source: string): string {
  return source.replace(COMPARED, String(LATER_VERSION));
}

function editOne(source: string, pattern: RegExp, become: (found: string) => string): string {
  const { length } = source.match(pattern) ?? [];
  if (length !== 1) {
    throw new Error(`The build has ${String(pattern)} ${String(length ?? 0)} times, not once.`);
  }
  return source.replace(pattern, become);
}
