/**
 * The English words of names that are promised: tests, and tools that players bring, go by them. Whoever changes one of
 * these breaks a promise; any other text is named by its key.
 */
const PROMISED = new Set([
  ...['Connect PlayStation', 'Use a code from another browser', 'NPSSO', 'Verify & connect'],
  ...['Start fresh', 'Sign in again', 'Sync now', 'Sync', 'Open library', 'Token life', 'Cancel'],
  ...[
    'Library',
    'Trophy log',
    'Statistics',
    'Pick games',
    'Select visible',
    'Settings',
    'Guide',
    'Search games',
    'Sort by',
    'Filters',
    'Trophies',
  ],
  ...['Latest trophies', 'Closest platinums'],
  ...['Disconnect', 'Disconnect, keep my library', 'Erase everything'],
]);

/** What else is a word of the code, a state or a field, a key that is pressed, or no word at all. */
const OF_CODE = /^[a-z-]+$|^(Enter|Home|End|Space)$|^[^A-Za-z]*$/;

const LITERAL = /'((?:[^'\\\n]|\\.)+)'|\/\^?([\w ’,.?:]+)\$?\/[a-z]*(?=[\s,)\]])/g;

/** Texts of a test that are whole messages, as `12: Connect anyway`. */
export function findLiteralWords(text: string, messages: ReadonlySet<string>): string[] {
  return text.split('\n').flatMap((line, at) =>
    [...line.matchAll(LITERAL)]
      .map(([, string, pattern]) => string ?? pattern ?? '')
      .filter((said) => messages.has(said) && !PROMISED.has(said) && !OF_CODE.test(said))
      .map((said) => `${String(at + 1)}: ${said}`),
  );
}
