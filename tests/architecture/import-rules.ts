import { readImports } from './read-imports.ts';

interface Rule {
  /** Folders, files and packages that may be imported, besides the own folder. */
  values: string[];
  /** What may be imported for its types alone, besides. */
  types?: string[];
}

const PORTS = ['utils/connection/ports', 'utils/sync/ports'];
/** What a page is drawn from and asks with. */
const FOR_PAGES = [
  'utils/domain',
  'utils/format',
  'utils/words',
  'utils/exports',
  'utils/messaging',
  'utils/page',
  'utils/copy-worker/copy-jobs',
  'utils/copy-worker/preview',
  'utils/copy-worker/planned',
  'utils/copy/copy-refusal',
  'utils/status/follow',
  'utils/status/read',
  'utils/status/read-asked',
  'utils/status/read-copies',
  'utils/status/read-history',
  'utils/status/read-install-id',
  'utils/status/read-roaming',
  'utils/status/status',
  'utils/database/queries',
  'utils/database/database-changes',
  'utils/database/database-names',
  'utils/database/first-marks',
  'utils/database/first-titles',
  'utils/database/first-whole',
  'utils/database/restore-undo',
  'utils/database/copies-folder',
  'utils/database/written-copies',
];
const TO_DRAW_WITH = ['svelte', 'virtua/svelte', '@lucide/svelte'];
const FOR_COMPONENTS = [...FOR_PAGES, ...TO_DRAW_WITH];

/** A folder of components with those that it may draw with. */
function componentsWith(...folders: string[]): Rule {
  return { values: [...FOR_COMPONENTS, ...folders.map((folder) => `components/${folder}`)] };
}

const APP = ['basics', 'app'];
const TITLES = [...APP, 'title'];

/** Who may import whom. The longest folder, or file, that fits holds. */
const RULES: Record<string, Rule> = {
  // Of the words those of toolbar and notifications: a page's are drawn by pages.
  'entrypoints/background': {
    values: [
      ...['browser', 'connection', 'database', 'domain', 'format', 'made-up', 'messaging'],
      ...['psn', 'status', 'sync', 'vault', 'words/background', 'words/language'],
      ...['copy-worker/save-copy', 'copy-worker/ordered-copy'],
    ]
      .map((folder) => `utils/${folder}`)
      .concat('wxt'),
  },
  // What runs before a page: it reads what that shows first.
  'entrypoints/first-library': {
    values: [
      ...['utils/status/first-read', 'utils/status/trusted', 'utils/database/first-rows'],
      ...['utils/domain', 'wxt'],
    ],
    types: ['utils/status/stored-status'],
  },
  // A page without a window, in which Chromium has a copy made.
  'entrypoints/copying': {
    values: ['copy-jobs', 'ordered-copy', 'copy-into-folder']
      .map((file) => `utils/copy-worker/${file}`)
      .concat('utils/messaging', 'utils/database/copies-folder', 'utils/page/folder-access')
      .concat('utils/domain/copies/copy-figures'),
    types: ['utils/copy-worker/save-copy'],
  },
  'entrypoints/popup': { values: ['components', 'utils/status/first-read', ...FOR_COMPONENTS] },
  'entrypoints/options': { values: ['components', ...FOR_COMPONENTS] },

  // Basics know nothing of games, and nothing of a browser extension. Whose pictures are asked for is one rule for all.
  'components/basics': {
    values: ['names', 'keyboard', 'unknown']
      .map((file) => `utils/words/${file}`)
      .concat('utils/domain/picture-hosts', TO_DRAW_WITH),
  },
  'components/app': componentsWith('basics'),
  // Charts get numbers, names and addresses, and know nothing of a library.
  'components/charts': {
    values: [
      ...['utils/format', 'utils/words', 'utils/domain/trophies/grades', 'utils/domain/numbers'],
      ...['components/basics', 'components/app/time-zone', 'components/app/turns'],
      'utils/page/download',
      ...['layercake', 'd3-shape', ...TO_DRAW_WITH],
    ],
  },
  'components/title': componentsWith(...APP),
  'components/sync': componentsWith(...APP),
  'components/connection': componentsWith(...APP),
  'components/copies': componentsWith(...APP),
  'components/friend': componentsWith(...TITLES),
  'components/library': componentsWith(...TITLES, 'sync', 'copies'),
  'components/game': {
    values: [...componentsWith(...TITLES).values, 'diff'],
  },
  'components/log': componentsWith(...TITLES, 'game', 'library'),
  'components/next': componentsWith(...TITLES, 'game', 'log'),
  'components/statistics': componentsWith(...TITLES, 'charts', 'log'),
  'components/year': componentsWith(...TITLES, 'charts', 'log', 'statistics'),
  'components/picker': componentsWith(...TITLES),
  'components/settings': componentsWith(...APP, 'copies'),
  // Not a page's script: it reads a whole library, and makes a file of it.
  'components/settings/export-worker': {
    values: ['utils/domain', 'utils/exports', 'utils/database/whole-library'],
  },
  'components/guide': componentsWith(...APP, 'connection'),
  'components/popup': componentsWith(...TITLES, 'connection', 'sync'),

  'utils/domain': { values: [] },
  'utils/format': { values: [] },
  // Only the background makes it: pages read what is stored.
  'utils/made-up': { values: ['utils/domain'] },
  // Files for other programs: rows come in, text goes out.
  'utils/exports': { values: ['utils/domain', 'utils/format', 'papaparse', 'zod/mini', 'fflate'] },
  'utils/words': { values: ['utils/format'], types: ['utils/domain'] },
  'utils/words/background': {
    // Of the catalogues its own alone: it carries every language of what it reaches.
    values: ['utils/format', 'utils/words/en/background.json'],
    types: ['utils/domain'],
  },
  'utils/connection': { values: ['utils/domain'] },
  'utils/sync': { values: ['utils/domain'] },
  'utils/psn': {
    values: ['utils/domain', 'psn-api', 'p-retry', 'zod/mini', 'wxt/browser'],
    types: PORTS,
  },
  'utils/vault': { values: ['utils/domain', 'zod/mini', 'wxt/browser'], types: PORTS },
  'utils/database': {
    values: ['utils/domain', 'utils/schema', 'dexie', 'zod/mini'],
    types: [...PORTS, 'utils/made-up'],
  },
  'utils/browser': {
    values: ['utils/domain', 'utils/schema', 'zod/mini', 'wxt/browser'],
    types: PORTS,
  },
  'utils/page': { values: ['wxt/browser', 'utils/browser/download-end'] },
  'utils/messaging': {
    values: [
      'utils/domain',
      'utils/browser/stored-value',
      'utils/status/schema',
      'utils/status/settings-schema',
      'utils/status/copies',
      'zod/mini',
      '@webext-core/messaging',
      'wxt/browser',
    ],
  },
  // Copies and their merging: of the database what its rows are, and nothing that opens one.
  'utils/copy': {
    values: [
      ...['utils/domain', 'utils/schema', 'utils/status/settings-schema', 'zod/mini'],
      ...['utils/database/row-schemas', 'utils/database/packed-set'],
    ],
    types: ['utils/database/database'],
  },
  // A page's own worker: it reads the library, and writes to databases of its own alone.
  'utils/copy-worker': {
    values: [
      ...['utils/domain', 'utils/copy', 'utils/schema', 'utils/status/settings-schema', 'zod/mini'],
      ...['staging', 'staged-blocks', 'open-library', 'our-databases', 'packed-set']
        .concat('earnings-store', 'storage-failure', 'comparing-lock', 'staging-lock')
        .concat('restore-plans', 'written-copies')
        .map((file) => `utils/database/${file}`),
      // A friend's file may be that of a year.
      'utils/exports/year-file',
    ],
    types: ['utils/database/database'],
  },
  // What schemas of stored things have in common.
  'utils/schema': { values: ['utils/domain', 'zod/mini'] },
  'utils/status': {
    values: [
      'utils/domain',
      'utils/schema',
      'utils/browser/local-area',
      'utils/browser/local-reading',
      'utils/browser/sony-clock',
      'utils/browser/stored-value',
      'zod/mini',
      'wxt/browser',
    ],
  },
  // The background's alone: no page may reach it.
  'utils/status/write': {
    values: [
      ...['utils/domain', 'utils/status'],
      ...['utils/browser/install-id', 'utils/browser/local-area', 'utils/browser/sony-clock'],
    ],
  },
};

/** What any file may name for its types: Dexie's show up in what queries return. */
const TYPES_FOR_ALL = ['dexie'];

/** Every import against the rules, as `importing file → what it imports`. */
export function findViolations(files: Map<string, string>): string[] {
  return [...files].flatMap(([path, text]) => {
    const folder = folderOf(path);
    if (folder === undefined) return [`${path} → a folder without a rule`];
    return readImports(path, text)
      .filter(
        ({ target, typeOnly }) => !allowed(folder, typeOnly).some((at) => isWithin(target, at)),
      )
      .map(({ target }) => `${path} → ${target}`);
  });
}

/** The folder, or file, whose rule holds. */
function folderOf(path: string): string | undefined {
  return Object.keys(RULES)
    .filter((candidate) => isWithin(path, candidate))
    .sort((one, other) => other.length - one.length)[0];
}

function allowed(folder: string, typeOnly: boolean): string[] {
  const { values, types = [] } = RULES[folder] ?? { values: [] };
  return [folder, ...values, ...(typeOnly ? [...types, ...TYPES_FOR_ALL] : [])];
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path === `${folder}.ts` || path.startsWith(`${folder}/`);
}
