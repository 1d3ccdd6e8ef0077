import { isDeepStrictEqual } from 'node:util';
import { failureOf } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import { SonyLibrary } from '@/utils/psn/library';
import { mutantOf, type Mutant } from '../psn/mutants.ts';
import type { Row } from '../psn/rows.ts';
import { faultsIn, ROW_KINDS } from './mutant-readings';
import { sonyAnswers, type SonyAnswers } from './sony-answers';

const NOW = Date.UTC(2026, 10, 22);
const SET = { npCommunicationId: 'NPWR00001_00', npServiceName: 'trophy2' };
const TOKEN = new Secret('token');
const ACCESS = {
  token: () => Promise.resolve(TOKEN),
  tokenInsteadOf: () => Promise.resolve(TOKEN),
};
const ANSWERS = sonyAnswers(NOW);

const MATCHED = (ANSWERS.matching['titles'] as Row[]).map(({ npTitleId }) => String(npTitleId));

export type AnswerKind = keyof SonyAnswers;
export const ANSWER_KINDS = Object.keys(ANSWERS) as AnswerKind[];

/** Reads one kind of answer as the sync does. */
const READ: Record<AnswerKind, (library: SonyLibrary) => Promise<object>> = {
  titles: async (library) => (await library.titles(0, 800, NOW)).rows,
  playedGames: async (library) => (await library.playedGames(0, 200, NOW)).rows,
  definitions: async (library) => (await library.definitions(SET)).rows,
  earned: async (library) => (await library.earned(SET, NOW)).rows,
  groups: (library) => library.groups(SET),
  matching: async (library) => [...(await library.setsOf(MATCHED, 0)).sets],
  summary: (library) => library.summary(),
  profile: (library) => library.player('1'),
};

/** What the answer is read as; a failure of any other kind than an answer that is not understood is thrown. */
async function readingOf(kind: AnswerKind, answer: unknown): Promise<object | null> {
  const before = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve(Response.json(answer));
  try {
    return await READ[kind](new SonyLibrary(ACCESS));
  } catch (thrown) {
    if (failureOf(thrown).cause !== 'answer-not-understood') throw thrown;
    return null;
  } finally {
    globalThis.fetch = before;
  }
}

export interface Trial extends Mutant {
  faults: string[];
}

/** Reads a mutant of this kind of answer, and says what is wrong with what came of it. */
export async function trialOf(kind: AnswerKind, seed: string): Promise<Trial> {
  const mutant = mutantOf(ANSWERS[kind], seed);
  try {
    const before = await readingOf(kind, ANSWERS[kind]);
    const after = await readingOf(kind, mutant.answer);
    return { ...mutant, faults: faultsOf(kind, before, mutant, after) };
  } catch (thrown) {
    return { ...mutant, faults: [`it broke: ${String(thrown)}`] };
  }
}

function faultsOf(
  kind: AnswerKind,
  before: object | null,
  { answer, mutations }: Mutant,
  after: object | null,
): string[] {
  if (before === null) return ['the answer itself cannot be read'];
  if (!(kind in ROW_KINDS)) return faultsOfWhole(kind, before, answer as Row, after);
  const rowKind = ROW_KINDS[kind as keyof typeof ROW_KINDS];
  if (after === null) {
    const touchesWhole = mutations.some(({ path }) => !path.includes('.'));
    return touchesWhole ? [] : ['all rows are lost'];
  }
  return faultsIn(rowKind, [ANSWERS[kind], before as object[]], [answer as Row, after as object[]]);
}

/** Where Sony said the same as before the same was read, and nothing is read that nobody said. */
function faultsOfWhole(kind: AnswerKind, before: object, answer: Row, after: object | null) {
  if (after === null) return [];
  if (kind === 'matching') return faultsOfMatches(before as Matches, answer, after as Matches);
  const said = JSON.stringify(answer);
  return Object.entries(after).flatMap(([name, value]: [string, unknown]) => {
    const isSaid = JSON.stringify(value) === JSON.stringify((before as Row)[name]);
    const texts = typeof value === 'string' ? [value.replace('https:', '')] : [];
    const isNowhere = texts.some((text) => !said.includes(JSON.stringify(text).slice(1, -1)));
    return isSaid || !isNowhere ? [] : [`${kind} has a ${name} that nobody said`];
  });
}

type Matches = [npTitleId: string, npCommunicationIds: string[]][];

/** A title that Sony said once, and as before, has the sets that it had. */
function faultsOfMatches(before: Matches, { titles }: Row, after: Matches): string[] {
  const original = ANSWERS.matching['titles'] as Row[];
  const now = new Map(after);
  return before.flatMap(([id, sets]) => {
    const [said, ...again] = (titles as (Row | null)[]).filter((row) => row?.['npTitleId'] === id);
    const isSame = original.some((row) => isDeepStrictEqual(row, said)) && again.length === 0;
    return !isSame || isDeepStrictEqual(now.get(id), sets) ? [] : [`the sets of ${id} are lost`];
  });
}

/** For whoever repeats it: the changes, and of the answer the rows that they touch. */
export function toldOf(kind: AnswerKind, seed: string, { mutations, faults }: Trial): string {
  const changes = mutations.map(({ path, kind: change }) => `${path}: ${change}`).join(', ');
  return `${kind} '${seed}' (${changes}): ${faults.join('; ')}`;
}
