import { basename } from 'node:path';
import ts from 'typescript';

/** Words that stood for several things each: a name with one of them says too little. */
const CHARMING = [
  ...['shelf', 'shelves', 'held', 'look', 'looks', 'stage', 'stages', 'outlook', 'keep', 'keeps'],
  ...['parts', 'desk', 'traces', 'surroundings', 'face', 'mend', 'deciders', 'fresh', 'further'],
  ...['stand in', 'set aside', 'hand over'],
];

/** The product's own name, and what the button `Start fresh` asks for. */
const NAMES_OF_OURS = /trophy-shelf|start[-_]?fresh/gi;
/** What browsers call their own: the locks that somebody has, in the answer of `navigator.locks.query`. */
const NAMES_OF_BROWSERS = new Set(['held']);

/** Every name in a file, or of it, that has a charming word in it: `utils/a.ts: shelfOf`. */
export function findCharmingNames(files: Map<string, string>): string[] {
  return [...files].flatMap(([path, text]) => {
    const names = [basename(path).replace(/\..*/, ''), ...namesIn(path, text)];
    const ours = [...new Set(names)].filter((name) => !NAMES_OF_BROWSERS.has(name));
    return ours.filter(isCharming).map((name) => `${path}: ${name}`);
  });
}

function isCharming(name: string): boolean {
  const words = ` ${name
    .replaceAll(NAMES_OF_OURS, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .join(' ')} `;
  return CHARMING.some((word) => words.includes(` ${word} `));
}

/** Identifiers, and texts that are names: stored keys, classes, kinds. Sentences are none. */
function namesIn(path: string, text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) names.push(node.text);
    else if (ts.isStringLiteralLike(node) && /^[\w-]+$/.test(node.text)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, scriptOf(path, text), ts.ScriptTarget.Latest));
  return names;
}

function scriptOf(path: string, text: string): string {
  if (!path.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => script)
    .join('\n');
}
