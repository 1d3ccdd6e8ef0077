import { FAULT_NAMES, type Fault } from '../psn/faults.ts';
import type { ListEdit } from '../psn/list-edits.ts';
import { ODD_TEXT } from './grid-facts';
import { richAnswer } from './rich-answers';
import { RICH_ENDPOINTS, type OddAnswer } from './rich-sony';

export type OddEndpoint = (typeof RICH_ENDPOINTS)[number];

/** A kind of odd answer, and what it is called. */
export interface OddKind extends OddAnswer {
  endpoint: OddEndpoint;
  name: string;
  /** What it is of: a name of the simulator's, a list, a field, a mutant. */
  family: 'named' | 'list' | 'field' | 'mutant';
}

const LISTS = ['titles', 'played-games', 'definitions', 'earned', 'groups', 'matching'] as const;

/** What a list may do besides what has a name. */
const LIST_EDITS: readonly ListEdit[] = [
  { first: 1 },
  { leavesOut: 1 },
  { repeats: 1, total: 1 },
  { first: 0, total: 99 },
  { leavesOut: [1, 0], ends: true },
  { first: 0, total: -99, ends: true },
];

/** What is said in a field's place. */
const SAID: readonly unknown[] = [null, [7], '', -1, ODD_TEXT];

const SAMPLE_URL = new URL(
  'https://m.np.playstation.com/NPWR0000A_00?limit=800&npTitleIds=PPSA0000A_00',
);

/** The fields of an endpoint's answer, and those of its rows. */
function fieldsOf(endpoint: OddEndpoint): { own: string[]; ofRows: string[] } {
  const account = { accountId: '1', hasChanged: true };
  const answer = richAnswer(endpoint, SAMPLE_URL, account, 0);
  const list = Object.values(answer).find((value) => Array.isArray(value)) as object[] | undefined;
  const rows = (LISTS as readonly string[]).includes(endpoint) ? (list ?? []) : [];
  return { own: Object.keys(answer), ofRows: [...new Set(rows.flatMap(Object.keys))] };
}

function edits(kind: 'fields' | 'rows', names: readonly string[]): [string, Fault][] {
  const edit = (without: string[], said: Record<string, unknown>): Fault => {
    const fields = { without, with: said };
    return kind === 'fields' ? { fields } : { rows: fields };
  };
  return names.flatMap((name) => [
    [`without ${name}`, edit([name], {})] as [string, Fault],
    ...SAID.map((said): [string, Fault] => [
      `${name}: ${JSON.stringify(said)}`,
      edit([], { [name]: said }),
    ]),
  ]);
}

function kindsOf(endpoint: OddEndpoint): OddKind[] {
  const { own, ofRows } = fieldsOf(endpoint);
  const of = (family: OddKind['family'], faults: readonly [string, Fault][]): OddKind[] =>
    faults.map(([name, fault]) => ({ endpoint, fault, family, name: `${endpoint} ${name}` }));
  const named = FAULT_NAMES.filter((name) => name !== 'shifted');
  const isList = (LISTS as readonly string[]).includes(endpoint);
  return [
    ...of(
      'named',
      named.map((name) => [name, name]),
    ),
    ...of('named', [['age', { age: 400 }]]),
    ...of('list', isList ? LIST_EDITS.map((list) => [JSON.stringify(list), { list }]) : []),
    ...of('field', [...edits('fields', own), ...edits('rows', ofRows)]),
    ...of(
      'mutant',
      [1, 2, 3].flatMap((seed): [string, Fault][] => [
        [`mutant ${String(seed)}`, { mutant: `${endpoint} ${String(seed)}` }],
        [`mutant rows ${String(seed)}`, { mutantRows: `${endpoint} ${String(seed)}` }],
      ]),
    ),
  ];
}

/** Everything that Sony may answer besides what it should: what the simulator knows, and each field gone or odd. */
export const ODD_KINDS: readonly OddKind[] = RICH_ENDPOINTS.flatMap(kindsOf);
