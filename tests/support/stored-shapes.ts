import { LibraryDatabase } from '@/utils/database/database';
import { firstStoredTrophy } from '@/utils/database/first-packing';
import { storedGroup } from '@/utils/database/packed-set';
import { storedTrophy } from '@/utils/database/packed-trophy';
import { ROW_SCHEMAS } from '@/utils/database/row-schemas';
import { accountCopies, copiesRecord } from '@/utils/status/copies';
import { connection, connectionEvent, snapshot } from '@/utils/status/schema';
import { settingFields } from '@/utils/status/settings-schema';
import * as z from 'zod/mini';
import { shapeOf } from './shape-of';

const SCHEMAS: Record<string, z.ZodMiniType> = {
  ...ROW_SCHEMAS,
  trophy: storedTrophy,
  firstTrophy: firstStoredTrophy,
  group: storedGroup,
  connection,
  connectionEvent,
  snapshot,
  settings: z.object(settingFields),
  copies: copiesRecord,
  accountCopies,
};

/** The shape of all that this build stores, by name, and the tables with their keys and indexes. */
export function shapesOfThisBuild(): Record<string, string[]> {
  const { tables } = new LibraryDatabase('of-this-build');
  return {
    ...Object.fromEntries(Object.entries(SCHEMAS).map(([name, schema]) => [name, shapeOf(schema)])),
    tables: tables.map(({ name, schema: { primKey, indexes } }) =>
      [name, primKey.src, ...indexes.map(({ src }) => src)].join(' | '),
    ),
  };
}
