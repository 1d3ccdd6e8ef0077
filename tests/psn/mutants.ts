import type { Random } from './random.ts';
import { between, randomFrom } from './random.ts';
import type { Row } from './rows.ts';

/** One change of an answer, for whoever has to find out what broke. */
export interface Mutation {
  path: string;
  kind: string;
}

export interface Mutant {
  answer: unknown;
  mutations: Mutation[];
}

type Key = string | number;
type Node = Record<Key, unknown>;

interface Place {
  parent: Node;
  key: Key;
  path: string;
}

/** Heavy, and nothing that we read. */
const LEFT_ALONE = ['concept', 'media'];
const MOST_MUTATIONS = 4;

/** The answer with up to four changes that its structure allows; the same for the same seed. */
export function mutantOf(original: unknown, seed: string): Mutant {
  const random = randomFrom(seed);
  const root: Node = { answer: structuredClone(original) };
  const mutations: Mutation[] = [];
  for (let left = between(random, 1, MOST_MUTATIONS); left > 0; left--) {
    const places = placesIn(root['answer']);
    const place = places[between(random, 0, places.length - 1)];
    if (place === undefined) break;
    const kinds = KINDS.filter(({ fits }) => fits(place.parent[place.key], place));
    const kind = kinds[between(random, 0, kinds.length - 1)];
    kind?.change(place, random);
    mutations.push({ path: place.path, kind: kind?.name ?? 'none' });
  }
  return { answer: root['answer'], mutations };
}

const IDS = ['npCommunicationId', 'titleId', 'trophyId', 'trophyGroupId', 'npTitleId'];

/** The row as a mutant of its own that can still be told from others: what says which one it is stays. */
export function mutantRow(row: Row, seed: string): Row {
  const id = IDS.find((name) => name in row) ?? '';
  const { answer } = mutantOf(row, `${seed}/${String(row[id])}`);
  return { ...(answer as Row), ...(id === '' ? {} : { [id]: row[id] }) };
}

function placesIn(value: unknown, path = ''): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Node;
  return Object.keys(parent)
    .filter((key) => !LEFT_ALONE.includes(key))
    .flatMap((key) => {
      const at = path === '' ? key : `${path}.${key}`;
      const place = { parent, key: Array.isArray(value) ? Number(key) : key, path: at };
      return [place, ...placesIn(parent[key], at)];
    });
}

interface Kind {
  name: string;
  fits: (value: unknown, place: Place) => boolean;
  change: (place: Place, random: Random) => void;
}

const always = (): boolean => true;
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isNumeric = (value: unknown): boolean => isText(value) && /^\d+(\.\d+)?$/.test(String(value));
const isDate = (value: unknown): boolean =>
  isText(value) && /^\d{4}-\d\d-\d\dT/.test(String(value));
const isDuration = (value: unknown): boolean => isText(value) && /^PT/.test(String(value));
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** No text that has become a number: a game that is called `NaN` then is called so. */
const isOfNumbers: Kind['fits'] = (value, { path }) =>
  isNumber(value) && !/(name|detail|url)$/i.test(path);

/** The value becomes one of these. */
function becomes(name: string, fits: Kind['fits'], ...values: unknown[]): Kind {
  return {
    name,
    fits,
    change: ({ parent, key }, random) => {
      parent[key] = structuredClone(values[between(random, 0, values.length - 1)]);
    },
  };
}

/** The value is made into another one. */
function turns(name: string, fits: Kind['fits'], turn: (value: unknown) => unknown): Kind {
  return { name, fits, change: ({ parent, key }) => void (parent[key] = turn(parent[key])) };
}

const ODD_TEXTS = [
  '\u202eright to left\u202c',
  'e\u0301\u0323'.repeat(9),
  '👩‍👩‍👧‍👦'.repeat(5),
  'lone \ud83d surrogate',
  'tail \ud83d',
  '\u0000\u0007\u001b[31m',
  '\ufeff\u200b',
  '__proto__',
  '<img src=x onerror=alert(1)>',
  'x'.repeat(5000),
];

const ODD_DATES = [
  ...['0000-00-00T00:00:00Z', '0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z'],
  ...['2061-01-01T00:00:00Z', '2026-13-45T99:00:00Z', '20261122', '', 'soon'],
];

const KINDS: Kind[] = [
  {
    name: 'absent',
    fits: (_, { parent }) => !Array.isArray(parent),
    change: ({ parent, key }) => void Reflect.deleteProperty(parent, key),
  },
  becomes('null', always, null),
  becomes('other type', always, {}, [], 70_007, true, 'seven', { bronze: 'x' }, [[]]),
  becomes('empty', isText, ''),
  becomes('odd text', isText, ...ODD_TEXTS),
  becomes('odd date', isDate, ...ODD_DATES),
  becomes('odd duration', isDuration, 'P1Y', 'PT', '-PT3S', 'nonsense', 'PT9999999999H', ''),
  turns('text as number', isNumeric, Number),
  turns('number as text', isNumber, String),
  becomes('odd number', isOfNumbers, -1, 1e21, 0.5, Number.MAX_SAFE_INTEGER, '1e3', '-0', 'NaN'),
  turns('in a list', isObject, (value) => [value]),
  turns('object for list', Array.isArray, (value) => ({ ...(value as unknown[]) })),
  turns('cut short', Array.isArray, (value) =>
    (value as unknown[]).slice(0, (value as unknown[]).length >> 1),
  ),
  turns('first again', Array.isArray, (value) => {
    const [first] = value as unknown[];
    return first === undefined ? value : [...(value as unknown[]), structuredClone(first)];
  }),
  turns(
    'more fields',
    (value) => isObject(value) && !Array.isArray(value),
    (value) => ({ fieldOfTheFuture: [1, null], ...(value as object), constructor: 'odd' }),
  ),
];
