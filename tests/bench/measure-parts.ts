import { duration } from '../support/duration.ts';
import { Libraries } from './libraries.ts';
import type { Part } from './parts.ts';
import { failedRow, type Measured, verdictOf } from './row.ts';
import { isShared, type Load, loadOfMachine } from './share-of-machine.ts';

/** A part that takes so many times as long as it should, and so long at the least, never ends. */
const PATIENCE = { times: 4, atLeast: 300_000 };

/**
 * The rows of all parts, one part after the other; those beside run meanwhile. A part that fails is a row of its own;
 * one that a load made void is measured once more at the end, since most loads come and go.
 * @param load what else wants the machine at the moment
 */
export async function measureParts(
  parts: readonly Part[],
  beside: readonly Part[],
  say: (line: string) => void,
  load = loadOfMachine,
): Promise<Measured[]> {
  const libraries = new Libraries();
  const seconds = parts.reduce((all, part) => all + part.seconds, 0);
  const longest = Math.max(seconds, ...beside.map((part) => part.seconds));
  say(`about ${duration(1_000 * longest)} where nothing else runs`);
  const measured = (part: Part): Promise<Measured[]> => measurePart(part, libraries, { say, load });
  const others = beside.map(measured);
  const rows = new Map<Part, Measured[]>();
  const isVoid = (part: Part): boolean => rows.get(part)?.some((row) => row.isVoid) ?? false;
  try {
    for (const part of parts) rows.set(part, await measured(part));
    for (const part of parts.filter(isVoid)) rows.set(part, await measured(part));
  } finally {
    await libraries.close();
  }
  return [...rows.values(), ...(await Promise.all(others))].flat();
}

async function measurePart(
  { name, seconds, measure, isCounted = false }: Part,
  libraries: Libraries,
  { say, load }: { say: (line: string) => void; load: () => Promise<Load> },
): Promise<Measured[]> {
  say(`… ${name}, about ${duration(1_000 * seconds)}`);
  const began = Date.now();
  const patience = Math.max(PATIENCE.atLeast, 1_000 * PATIENCE.times * seconds);
  const loads = isCounted ? [] : [await load()];
  const measured = await rowsOf(name, () => within(patience, () => measure(libraries)));
  if (!isCounted) loads.push(await load());
  const rows = voidWhereShared(measured, loads);
  // Whatever it has left in the libraries, the next part is not to meet.
  if (rows.some(({ failure }) => failure !== undefined)) await libraries.close();
  const counts = ['over', 'void', 'failed'].flatMap((verdict) => {
    const count = rows.filter((row) => verdictOf(row) === verdict).length;
    return count === 0 ? [] : [`${String(count)} ${verdict}`];
  });
  const said = [duration(Date.now() - began), `${String(rows.length)} rows`, ...counts].join(', ');
  say(`${counts.length === 0 ? '✓' : '✗'} ${name} (${said})`);
  return rows;
}

/** Whatever was timed beside something else that had the machine says nothing. */
function voidWhereShared(rows: Measured[], loads: readonly Load[]): Measured[] {
  const load = loads.find(isShared);
  if (load === undefined) return rows;
  return rows.map((row) => (row.control === undefined ? row : { ...row, load, isVoid: true }));
}

async function rowsOf(
  name: string,
  measure: () => Measured[] | Promise<Measured[]>,
): Promise<Measured[]> {
  try {
    return await measure();
  } catch (error) {
    return [failedRow(name, error)];
  }
}

async function within<Value>(
  milliseconds: number,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    over.reject(new Error(`It was not done after ${duration(milliseconds)}.`));
  }, milliseconds);
  try {
    return await Promise.race([work(), over.promise]);
  } finally {
    clearTimeout(timer);
  }
}
