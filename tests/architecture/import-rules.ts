import { readImports } from './read-imports.ts';

interface Rule {
  /** Folders and packages that may be imported. */
  values: string[];
  /** What may be imported for its types alone, besides. */
  types?: string[];
}

const PORTS = ['utils/connection/ports', 'utils/sync/ports'];
const FOR_DRAWING = [
  'utils/domain',
  'utils/words',
  'utils/messaging',
  'utils/status/read',
  'utils/database/queries',
];
const TO_DRAW_WITH = ['svelte', 'virtua/svelte', '@lucide/svelte'];

/** Who may import whom, besides their own folder. The longest folder, or file, that fits holds. */
const RULES: Record<string, Rule> = {
  'entrypoints/background': { values: ['utils', 'wxt'] },
  'entrypoints/popup': {
    values: ['components', ...FOR_DRAWING, 'utils/browser/settings', ...TO_DRAW_WITH],
  },
  'entrypoints/options': {
    values: ['components', ...FOR_DRAWING, 'utils/browser/settings', ...TO_DRAW_WITH],
  },
  components: { values: [...FOR_DRAWING, ...TO_DRAW_WITH] },
  'utils/domain': { values: [] },
  'utils/words': { values: [], types: ['utils/domain'] },
  'utils/connection': { values: ['utils/domain'] },
  'utils/sync': { values: ['utils/domain'] },
  'utils/psn': {
    values: ['utils/domain', 'psn-api', 'p-retry', 'zod/mini', 'wxt/browser'],
    types: PORTS,
  },
  'utils/vault': { values: ['utils/domain', 'zod/mini', 'wxt/browser'], types: PORTS },
  'utils/database': { values: ['utils/domain', 'dexie', 'zod/mini'], types: PORTS },
  'utils/browser': { values: ['utils/domain', 'zod/mini', 'wxt/browser'], types: PORTS },
  'utils/messaging': {
    values: [
      'utils/domain',
      'utils/status/schema',
      'zod/mini',
      '@webext-core/messaging',
      'wxt/browser',
    ],
  },
  'utils/status': { values: ['utils/domain', 'zod/mini', 'wxt/browser'] },
  // The background's alone: no page may reach it.
  'utils/status/write': { values: ['utils/domain', 'utils/status', 'utils/browser/local-area'] },
};

/** What any file may name for its types: Dexie's show up in what queries return. */
const TYPES_FOR_ALL = ['dexie'];

/** Every import against the rules, as `importing file → what it imports`. */
export function findViolations(files: Map<string, string>): string[] {
  return [...files].flatMap(([path, text]) => {
    const folder = Object.keys(RULES)
      .filter((candidate) => isWithin(path, candidate))
      .sort((one, other) => other.length - one.length)[0];
    if (folder === undefined) return [`${path} → a folder without a rule`];
    return readImports(path, text)
      .filter(
        ({ target, typeOnly }) => !allowed(folder, typeOnly).some((at) => isWithin(target, at)),
      )
      .map(({ target }) => `${path} → ${target}`);
  });
}

function allowed(folder: string, typeOnly: boolean): string[] {
  const { values, types = [] } = RULES[folder] ?? { values: [] };
  return [folder, ...values, ...(typeOnly ? [...types, ...TYPES_FOR_ALL] : [])];
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path === `${folder}.ts` || path.startsWith(`${folder}/`);
}
