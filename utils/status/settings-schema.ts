import * as z from 'zod/mini';
import {
  LONGEST_VIEW_NAME,
  LONGEST_VIEW_QUERY,
  firstViewItem,
  type ViewItem,
} from '../domain/library/view-items';
import { CHOSEN_SETTINGS } from '../domain/chosen-settings';
import type { Settings } from '../domain/settings';
import { eachReadable } from '../schema/each-readable';
import { readableFields } from '../schema/readable-fields';
import { schemaOf } from '../schema/schema-of';

const LONGEST_USUAL_VIEW = 400;
const LONGEST_NAME = 128;

const savedView = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(LONGEST_VIEW_NAME)),
  query: z.string().check(z.maxLength(LONGEST_VIEW_QUERY)),
});

const device = z.string().check(z.maxLength(LONGEST_NAME));

const viewItem = schemaOf<ViewItem>()(() =>
  z.object({
    id: z.string().check(z.maxLength(LONGEST_NAME)),
    value: z.nullable(savedView),
    ...{ version: z.number(), device },
    deletedAt: z.exactOptional(z.number()),
  }),
);

/** Earlier builds have stored no more than the views themselves. */
const savedViews = eachReadable<ViewItem>(
  z.union([viewItem, z.pipe(savedView, z.transform(firstViewItem))]),
);

const version = z.object({ version: z.number(), device });
const ofEach = Object.fromEntries(CHOSEN_SETTINGS.map((name) => [name, version]));

/** A later build may have more of them. */
const versions = z.pipe(
  z.record(z.string(), z.unknown()),
  z.transform((stored) => readableFields(ofEach, stored) as NonNullable<Settings['versions']>),
);

/** Each of the settings on its own: one that cannot be read costs itself only. */
export const settingFields = {
  renewal: z.boolean(),
  warnings: z.boolean(),
  syncHour: z.nullable(z.number().check(z.int(), z.gte(0), z.lte(23))),
  everyGame: z.boolean(),
  picksNewGames: z.boolean(),
  news: z.boolean(),
  showsSecrets: z.boolean(),
  showsPictures: z.boolean(),
  roams: z.boolean(),
  usualView: z.string().check(z.maxLength(LONGEST_USUAL_VIEW)),
  savedViews,
  zone: z.string().check(z.maxLength(64)),
  refusedZone: z.string().check(z.maxLength(64)),
  versions,
};

type Fields = typeof settingFields;
type SomeFields = { [Name in keyof Fields]: z.ZodMiniExactOptional<Fields[Name]> };

/** Some of them, or all: a change names those that change. */
export const someSettings = schemaOf<Partial<Settings>>()(() =>
  z.object(
    Object.fromEntries(
      Object.entries(settingFields).map(([name, field]) => [
        name,
        z.exactOptional<z.ZodMiniType>(field),
      ]),
    ) as SomeFields,
  ),
);
