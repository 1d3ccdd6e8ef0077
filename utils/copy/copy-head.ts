import * as z from 'zod/mini';
import { schemaOf } from '../schema/schema-of';

/** The first line of a copy. */
export interface CopyHead {
  /** Which kind of file this is. */
  schema: string;
  version: number;
  /** Milliseconds since 1970. */
  madeAt: number;
  /** The product's version. */
  product: string;
  /** Whose library it is. */
  accountId: string;
  onlineId: string | null;
  /** The mark of the installation that made it. */
  device: string;
  tables: string[];
}

/** The last line: a file without it is truncated. */
export interface CopyEnd {
  counts: Record<string, number>;
  /** SHA-256 over the digests of all blocks of lines before, in hexadecimal digits. */
  sha256: string;
}

/** The last one of which there is a date. */
const LAST_INSTANT = 8.64e15;

const count = z.number().check(z.int(), z.gte(0));

/** Of whatever version. */
export const copyKind = z.object({ schema: z.string(), version: count });

export const copyHead = schemaOf<CopyHead>()(() =>
  z.object({
    schema: z.string(),
    version: count,
    madeAt: z.number().check(z.gte(0), z.lte(LAST_INSTANT)),
    product: z.string().check(z.maxLength(64)),
    accountId: z.string().check(z.maxLength(64)),
    onlineId: z.nullable(z.string().check(z.maxLength(64))),
    device: z.string().check(z.maxLength(64)),
    tables: z.array(z.string()).check(z.maxLength(64)),
  }),
);

export const copyEnd = schemaOf<CopyEnd>()(() =>
  z.object({ counts: z.record(z.string(), count), sha256: z.string() }),
);
