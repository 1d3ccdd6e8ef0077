import type { Rolldown } from 'vite';

/** What the library waits for where it was looked at last in another way than as cards: as a list, and filtered. */
const FORMS = {
  list: /\/components\/library\/(?:list|order)-forms\.ts$/,
  games: /\/components\/library\/(?:filter|group|search|stack)-forms\.ts$/,
};

/** A message of a catalogue is a module of its own. */
const MESSAGE = /\?message=(\w+)$/;

type Modules = Rolldown.ChunkingContext;

/** A file each for what these need, apart from what only other pages need: the games would wait for all of it. */
export function libraryForms(): Rolldown.CodeSplittingGroup[] {
  return Object.entries(FORMS).map(([name, forms]) => ({
    name: (id, modules) => (isNeededBy(forms, id, modules) ? name : null),
    minShareCount: 2,
  }));
}

/** Whether one of those needs this module, by way of others too. */
function isNeededBy(
  forms: RegExp,
  id: string,
  modules: Modules,
  seen = new Set<string>(),
): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  return (
    forms.test(id) ||
    importersOf(id, modules).some((importer) => isNeededBy(forms, importer, modules, seen))
  );
}

/** Of a message those that name it: its catalogue is imported as a whole, and hands out what is used of it. */
function importersOf(id: string, modules: Modules): string[] {
  const importers = modules.getModuleInfo(id)?.importers ?? [];
  const [, message] = MESSAGE.exec(id) ?? [];
  if (message === undefined) return importers;
  const named = new RegExp(String.raw`\b${message}\b`);
  return importers
    .flatMap((catalogue) => modules.getModuleInfo(catalogue)?.importers ?? [])
    .filter((words) => named.test(modules.getModuleInfo(words)?.code ?? ''));
}
