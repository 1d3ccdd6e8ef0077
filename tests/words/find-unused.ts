import type { Messages } from '../../compile-words.ts';

/** Messages that no file names, as `connect.title`. A group that is named counts whole. */
export function findUnused(
  catalogues: Map<string, Messages>,
  files: Map<string, string>,
): string[] {
  return [...catalogues].flatMap(([screen, catalogue]) => {
    const used = [...files.values()].flatMap((text) => namesUsed(screen, text));
    return Object.keys(catalogue)
      .filter((key) => !used.includes(key))
      .map((key) => `${screen}.${key}`);
  });
}

function namesUsed(screen: string, text: string): string[] {
  return [...namedImports(screen, text), ...membersUsed(screen, text), ...takenApart(screen, text)];
}

/** Of `import { a as b } from './en/screen.json'`, and of what is handed on in the same way. */
function namedImports(screen: string, text: string): string[] {
  const lists = [...text.matchAll(/\{([^{}]*)\} from '[./\w-]*\/([\w-]+)\.json'/g)];
  return lists
    .filter(([, , of]) => of === screen)
    .flatMap(([, names = '']) => namesIn(names.replaceAll(/\/\*[^]*?\*\//g, '')));
}

/** Members of what a file imports the catalogue as, or of what it is handed: `words.title`. */
function membersUsed(screen: string, text: string): string[] {
  const imports = [...text.matchAll(/import \* as (\w+) from '[./\w-]*\/([\w-]+)\.json'/g)];
  const holders = imports.filter(([, , of]) => of === screen).map(([, name = '']) => name);
  if (new RegExp(`\\b${handedAs(screen)}\\b`, 'i').test(text)) {
    holders.push('words', `${screen}Words\\(\\)`);
  }
  if (holders.length === 0) return [];
  const members = text.matchAll(new RegExp(`\\b(?:${holders.join('|')})\\.(\\w+)`, 'g'));
  return [...members].map(([, name = '']) => name);
}

/** Of a catalogue that is handed to a function: `{ badge: said }: BackgroundWords`. */
function takenApart(screen: string, text: string): string[] {
  const taken = text.matchAll(new RegExp(`\\{([^{}]*)\\}: ${handedAs(screen)}\\b`, 'g'));
  return [...taken].flatMap(([, names = '']) => namesIn(names));
}

function handedAs(screen: string): string {
  return `${screen}Words`.replace(/^./, (first) => first.toUpperCase());
}

function namesIn(list: string): string[] {
  return list.split(',').map((name) => name.trim().replace(/(:| as ).*$/, ''));
}
