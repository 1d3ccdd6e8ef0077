import * as z from 'zod/mini';
import { storedValue } from './stored-value';

const stored = storedValue<string | null>('local', 'installId', z.string(), null);

/** The id of this install, drawn once: by it the player's things of two devices can be told apart. */
export async function installId(): Promise<string> {
  const known = await stored.read();
  if (known !== null) return known;
  const drawn = crypto.randomUUID().slice(0, 8);
  await stored.write(drawn);
  return drawn;
}
