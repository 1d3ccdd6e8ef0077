import * as z from 'zod/mini';
import { storedValue } from './stored-value';

/** The player has changed what is to be fetched, and the sync does not know yet. */
export const plansAnew = storedValue('local', 'plansAnew', z.boolean(), false);
