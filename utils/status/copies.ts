import * as z from 'zod/mini';
import { storedValue } from '../browser/stored-value';
import {
  COPY_REASONS,
  COPY_TROUBLES,
  NO_COPIES,
  type AccountCopies,
  type CopiesRecord,
} from '../domain/copies/copies-record';
import { COPY_OUTCOMES, type CopyOutcome } from '../domain/copies/copy-figures';
import { schemaOf } from '../schema/schema-of';

const count = z.number();
const figures = z.object({
  ...{ games: count, notes: count, pins: count, picks: count },
  marks: z._default(z.nullable(count), null),
});
const instant = z.nullable(z.number());

const made = z.nullable(z.object({ at: z.number(), figures, digest: z.string() }));

export const copyOutcome = schemaOf<CopyOutcome>()(() =>
  z.object({
    ...{ kind: z.enum(COPY_OUTCOMES), url: z.string(), names: z.array(z.string()) },
    ...{ figures, digest: z.string() },
  }),
);

export const accountCopies = schemaOf<AccountCopies>()(() =>
  z.object({
    ...{ fileMark: z.nullable(z.string()), made, sameAt: instant },
    ...{ savedAt: instant, ownSince: instant, seenSync: instant },
  }),
);

/** What became of copies that make themselves, as it is stored: another build may have written it. */
export const copiesRecord = schemaOf<CopiesRecord>()(() =>
  z.object({
    isOn: z.boolean(),
    accounts: z.record(z.string(), accountCopies),
    wanted: z.nullable(
      z.object({
        ...{ mark: z.string(), accountId: z.string() },
        ...{ reason: z.enum(COPY_REASONS), tries: count },
      }),
    ),
    trouble: z.nullable(
      z.object({
        ...{ kind: z.enum(COPY_TROUBLES), accountId: z.nullable(z.string()) },
        found: z.nullable(figures),
      }),
    ),
  }),
);

export const storedCopies = storedValue('local', 'copies', copiesRecord, NO_COPIES);
