import * as z from 'zod/mini';
import { storedValue } from '../browser/stored-value';
import {
  COPY_REASONS,
  COPY_TROUBLES,
  NO_COPIES,
  copiesOf,
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
const instant = z.catch(z.nullable(z.number()), null);

const made = z.nullable(z.object({ at: z.number(), figures, digest: z.string() }));

export const copyOutcome = schemaOf<CopyOutcome>()(() =>
  z.object({
    ...{ kind: z.enum(COPY_OUTCOMES), url: z.string(), names: z.array(z.string()) },
    ...{ figures, digest: z.string() },
  }),
);

/** A part that cannot be read is as if nothing was known of it. */
export const accountCopies = schemaOf<AccountCopies>()(() =>
  z.object({
    ...{ fileMark: z.catch(z.nullable(z.string()), null), made: z.catch(made, null) },
    sameAt: instant,
    ...{ savedAt: instant, ownSince: instant, anewAt: instant, seenSync: instant },
  }),
);

const wanted = z.nullable(
  z.object({
    ...{ mark: z.string(), accountId: z.string() },
    ...{ reason: z.enum(COPY_REASONS), tries: count },
  }),
);
const trouble = z.nullable(
  z.object({
    ...{ kind: z.enum(COPY_TROUBLES), accountId: z.nullable(z.string()) },
    found: z.nullable(figures),
  }),
);

/** What became of copies that make themselves, as it is stored: of what another build has written each part that can be read. */
export const copiesRecord = schemaOf<CopiesRecord>()(() => {
  const record = z.object({
    isOn: z.boolean(),
    accounts: z.catch(
      z.record(
        z.string(),
        z.catch(accountCopies, () => copiesOf(NO_COPIES, '')),
      ),
      () => ({}),
    ),
    wanted: z.catch(wanted, null),
    trouble: z.catch(trouble, null),
  });
  return z.catch(record, ({ value }) => {
    const known = record.parse({ ...(value as object), isOn: false });
    // Unknown is not off: where one was made, they are on.
    return { ...known, isOn: Object.values(known.accounts).some((account) => account.made) };
  });
});

export const storedCopies = storedValue('local', 'copies', copiesRecord, NO_COPIES);
