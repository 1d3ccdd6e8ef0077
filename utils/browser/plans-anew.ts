import * as z from 'zod/mini';
import { localValue } from './stored-value';

/** The player has changed what is to be fetched, and the sync does not know yet. */
export const plansAnew = localValue('plansAnew', z.boolean(), false);
