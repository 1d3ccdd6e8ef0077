import * as z from 'zod/mini';
import { WARNED_ZONES, type WarnedZone } from '../domain/connection/warning';
import { storedValue } from './stored-value';

/** The zone that the player was last warned of, so that each warning comes once. */
export const lastWarning = storedValue<WarnedZone | null>(
  'local',
  'lastWarning',
  z.enum(WARNED_ZONES),
  null,
);
