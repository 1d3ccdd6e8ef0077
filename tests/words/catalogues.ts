import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WORDS = fileURLToPath(new URL('../../utils/words/', import.meta.url));

/** Every catalogue of a language, by its screen. */
export function cataloguesIn(language: string): Map<string, string> {
  const paths = globSync(`${language}/*.json`, { cwd: WORDS }).sort();
  return new Map(paths.map((path) => [screenOf(path), WORDS + path]));
}

function screenOf(path: string): string {
  return path.replace(/^.*\/|\.json$/g, '');
}
