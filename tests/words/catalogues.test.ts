import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { typesOfWords } from '../../compile-words.ts';
import { readCatalogue, typesFileOf } from '../../words-plugin.ts';
import { readProductFiles } from '../architecture/project-files.ts';
import { cataloguesIn } from './catalogues.ts';
import { findBareWords } from './find-bare-words.ts';
import { findFaults } from './find-faults.ts';
import { findLooseWords } from './find-loose-words.ts';
import { findUnused } from './find-unused.ts';
import { PSEUDO, pseudoCatalogue } from './pseudo-language.ts';

const WORDS = fileURLToPath(new URL('../../utils/words', import.meta.url));
const ENGLISH = cataloguesIn('en');
const LANGUAGES = readdirSync(WORDS).filter((name) => cataloguesIn(name).size > 0);

test.each(LANGUAGES)('nothing is missing, superfluous or wrong in %s', (language) => {
  const faults = [...ENGLISH].flatMap(([screen, path]) => {
    const own = cataloguesIn(language).get(screen);
    return own === undefined
      ? [`${screen} is missing`]
      : findFaults(language, readCatalogue(own), readCatalogue(path)).map(
          (fault) => `${screen}: ${fault}`,
        );
  });
  expect(faults).toEqual([]);
});

test.each([...ENGLISH])(
  'the types beside %s are those of its messages: `npm run words`',
  (_, path) => {
    expect(readFileSync(typesFileOf(path), 'utf8')).toBe(typesOfWords(readCatalogue(path)));
  },
);

/** As `Intl` writes a percent where English is read: numbers beside a sentence look like those in it. */
test.each([...ENGLISH])('%s has no blank before a percent sign', (_, path) => {
  expect(readFileSync(path, 'utf8').match(/.*\d\s%.*/gu) ?? []).toEqual([]);
});

test('every message is used', () => {
  const catalogues = new Map([...ENGLISH].map(([screen, path]) => [screen, readCatalogue(path)]));
  expect(findUnused(catalogues, readProductFiles())).toEqual([]);
});

test('no component says what stands in no catalogue', () => {
  const components = [...readProductFiles()].filter(([path]) => path.endsWith('.svelte'));
  const bare = components.flatMap(([path, text]) =>
    findBareWords(text).map((words) => `${path}: ${words}`),
  );
  expect(bare).toEqual([]);
});

/** Reports are for us, a calendar’s file for programs; what Sony calls its consoles is called so everywhere. */
const SAID_ANYWHERE = ['browser-name', 'calendar', 'failure-report', 'not-loaded', 'platforms'];

test('no module of words says what stands in no catalogue', () => {
  const modules = [...readProductFiles()].filter(
    ([path]) =>
      path.startsWith('utils/words/') &&
      !SAID_ANYWHERE.some((name) => path.endsWith(`/${name}.ts`)),
  );
  const loose = modules.flatMap(([path, text]) =>
    findLooseWords(text).map((words) => `${path}: ${words}`),
  );
  expect(loose).toEqual([]);
});

test.each([...ENGLISH])('%s can be said in a language with six plural forms', (_, path) => {
  const english = readCatalogue(path);
  const other = pseudoCatalogue(english);
  expect(findFaults(PSEUDO, other, english)).toEqual([]);
  expect(typesOfWords(other)).toBe(typesOfWords(english));
});

describe('the check itself', () => {
  test.each([
    ['what is missing', {}, 'a is missing'],
    ['what is superfluous', { a: '{n, number}', b: 'x' }, 'b is superfluous'],
    ['another placeholder', { a: '{m, number}' }, 'a takes other placeholders'],
    ['another type', { a: '{n}' }, 'a takes other placeholders'],
    ['a tag', { a: '<b>{n, number}</b>' }, 'a has other tags'],
    [
      'an apostrophe that hides a placeholder',
      { a: "l'{n, number}" },
      'a has a straight apostrophe',
    ],
    ['a plural form that lacks', { a: '{n, plural, other {#}}' }, 'a lacks the form one'],
    [
      'a plural form of another language',
      { a: '{n, plural, one {#} few {#} other {#}}' },
      'a has the form few, which en does not know',
    ],
    [
      'one without its number',
      { a: '{n, plural, one {a} other {#}}' },
      'a says no number in the form one: =1 is meant',
    ],
  ])('finds %s', (_, catalogue, fault) => {
    expect(findFaults('en', catalogue, { a: '{n, number}' })).toEqual([fault]);
  });

  test.each([
    ['fr', '{n, plural, one {#} other {#}}'],
    ['en', '{n, plural, =1 {a} other {#}}'],
    ['ru', '{n, plural, one {#} few {#} many {#} other {#}}'],
  ])('knows the plural forms of %s', (language, text) => {
    expect(findFaults(language, { a: text }, { a: '{n, number}' })).toEqual([]);
  });

  test('finds what no file names', () => {
    const file = `import * as words from './en/screen.json';\nexport const A = words.a;
export { c as C } from './en/screen.json';`;
    expect(
      findUnused(
        new Map([['screen', { a: 'x', b: 'y', c: 'z' }]]),
        new Map([['utils/words/x.ts', file]]),
      ),
    ).toEqual(['screen.b']);
  });

  test('finds words in code, and what is glued to something', () => {
    const module = `import { a } from './a-b.json'; // Not this
      const b = ['Not yet', 'Esc', 'x-y', '←', 'guide.png', \`\${a}:00\`, \`Synced \${a}\`, \`\${a}, done\`];`;
    expect(findLooseWords(module)).toEqual(['Not yet', 'Esc', 'Synced ', ', done']);
  });

  test('finds words in markup, and what is read of attributes', () => {
    const component = `<script>const a = 'A';</script>
      <p class="b" title="c">{a} <span>d · e</span></p><Button label={'f'} size="small" alt="1" />`;
    expect(findBareWords(component)).toEqual(['c', 'd · e']);
  });
});
