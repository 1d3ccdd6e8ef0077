import * as z from 'zod/mini';
import { storedValue } from './stored-value';

/** The player has changed what is to be fetched, and the sync does not know yet. */
export const everyGameChanged = storedValue('local', 'everyGameChanged', z.boolean(), false);
