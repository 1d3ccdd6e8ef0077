import * as z from 'zod/mini';
import type { CarriedLibrary, CarriedOver } from '../domain/library/carried-over';
import { CHOICES } from '../domain/library/title';
import { storedPlayer } from '../schema/player';
import { schemaOf } from '../schema/schema-of';
import { storedValue } from './stored-value';

const of = { npCommunicationId: z.string(), trophyId: z.number() };

const library = schemaOf<CarriedLibrary>()(() =>
  z.object({
    player: storedPlayer,
    hasChosen: z.boolean(),
    items: z.array(
      z.union([
        z.object({ ...of, kind: z.literal('choice'), value: z.enum(CHOICES) }),
        z.object({ ...of, kind: z.literal('note'), value: z.string() }),
        z.object({ ...of, kind: z.literal('pin'), value: z.literal(true) }),
      ]),
    ),
  }),
);

/** What the player made in an earlier build, on the disk until the new databases have it. */
export const carriedOver = storedValue<CarriedOver>(
  'local',
  'carriedOver',
  z.record(z.string(), library),
  {},
);
