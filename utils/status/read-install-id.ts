import * as z from 'zod/mini';
import { storedValue } from '../browser/stored-value';

const stored = storedValue<string | null>('local', 'installId', z.string(), null);

/** The mark of this installation; empty where the player has made nothing yet, by which it would be drawn. */
export async function readInstallId(): Promise<string> {
  return (await stored.read()) ?? '';
}
