import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../words-plugin.ts';
import { cataloguesIn } from './catalogues.ts';
import { messagesIn, shapeOf } from './message-shape.ts';

/*
 * What is compiled says what FormatJS says, which parses at run time: of every message of ours, and of every form in
 * six languages.
 */
const FIXTURES = fileURLToPath(new URL('../fixtures/words/', import.meta.url));
const OURS = [...cataloguesIn('en').values()].map((path) => ['en-GB', path] as const);
const FORMS = globSync('*/oracle.json', { cwd: FIXTURES }).map(
  (path) => [path.split('/')[0] ?? '', FIXTURES + path] as const,
);

const NUMBERS = [0, 1, 1.5, 2, 3, 5, 11, 21, 100, 1_300, 1_000_000];
const TEXTS = ['Night_Cabinet', '<b>{x}</b> $& `'];
const INSTANTS = [Date.UTC(2026, 10, 28, 0, 30), Date.UTC(2027, 6, 1, 12)];

test.each([...OURS, ...FORMS])('in %s: %s', async (locale, path) => {
  const compiled = (await import(/* @vite-ignore */ path)) as Record<string, unknown>;
  const texts = messagesIn(readCatalogue(path));
  expect(texts.length).toBeGreaterThan(0);
  for (const [at, text] of texts) {
    const ours = at.split('.').reduce((within: unknown, key) => within?.[key as never], compiled);
    for (const values of valuesFor(text)) {
      expect([at, values, ofOurs(ours, values, locale)]).toStrictEqual([
        at,
        values,
        ofOracle(text, values, locale),
      ]);
    }
  }
});

type Values = Record<string, string | number>;

/** Each kind of value once for all placeholders, those of several numbers mixed. */
function valuesFor(text: string): Values[] {
  const names = Object.entries(shapeOf(text).values);
  return NUMBERS.map((_, index) =>
    Object.fromEntries(
      names.map(([name, kind], place) => {
        const pool: (string | number)[] =
          kind === 'string' ? TEXTS : kind === 'number' ? NUMBERS : INSTANTS;
        return [name, pool[(index + 3 * place) % pool.length] ?? 0];
      }),
    ),
  );
}

function ofOurs(compiled: unknown, values: Values, locale: string): unknown {
  return joined(
    typeof compiled === 'function'
      ? (compiled as (values: Values, locale: string) => unknown)(values, locale)
      : compiled,
  );
}

function ofOracle(text: string, values: Values, locale: string): unknown {
  const tags = Object.fromEntries(
    shapeOf(text).tags.map((tag) => [
      tag,
      (chunks: unknown[]) => ({ tag, text: chunks.map(String).join('') }),
    ]),
  );
  return joined(new IntlMessageFormat(text, locale).format({ ...values, ...tags }));
}

/** Parts of a sentence with neighbouring texts as one. */
function joined(parts: unknown): unknown {
  if (!Array.isArray(parts)) return parts;
  return (parts as unknown[]).reduce<unknown[]>((before, part) => {
    const last = before.at(-1);
    return typeof part === 'string' && typeof last === 'string'
      ? [...before.slice(0, -1), last + part]
      : [...before, part];
  }, []);
}
