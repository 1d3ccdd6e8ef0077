import * as z from 'zod/mini';
import type { CopyRefusal } from '../copy/copy-refusal';
import type { CopyFacts } from '../copy/write-copy';
import { CAUSES } from '../domain/causes';
import type { Failure } from '../domain/failure';
import type { Settings } from '../domain/settings';
import { schemaOf } from '../schema/schema-of';
import { someSettings } from '../status/settings-schema';
import { RESTORE_WAYS, type WantedPlan } from './planned';
import type { SavedCopyFile } from './save-copy';
import {
  PREVIEW_KINDS,
  type Change,
  type CheckedCopy,
  type CopyRead,
  type Preview,
} from './preview';

/** What a page asks of its worker. A copy is read first, and then planned as often as the player wants. */
export type CopyJob =
  | { do: 'save'; facts: CopyFacts; settings: Partial<Settings> }
  | { do: 'check' | 'read'; file: Blob; now: number }
  | { do: 'compare'; file: Blob }
  | { do: 'close' }
  | ({ do: 'plan' } & WantedPlan);

/** What the worker says: how far it is, and how it ended. */
export type CopyAnswer =
  | { part: number }
  | { done: unknown }
  | { refused: CopyRefusal }
  | { failed: Failure }
  | { closed: true };

const facts = z.object({
  ...{ madeAt: z.number(), product: z.string(), accountId: z.string() },
  ...{ onlineId: z.nullable(z.string()), device: z.string() },
});

export const copyJob: z.ZodMiniType<CopyJob> = z.union([
  z.object({ do: z.literal('save'), facts, settings: someSettings }),
  z.object({ do: z.literal(['check', 'read']), file: z.instanceof(Blob), now: z.number() }),
  z.object({ do: z.literal('compare'), file: z.instanceof(Blob) }),
  z.object({ do: z.literal('close') }),
  z.object({
    ...{ do: z.literal('plan'), way: z.enum(RESTORE_WAYS), now: z.number(), mark: z.string() },
  }),
]);

const REFUSALS = [
  ...(['not-ours', 'newer-version', 'truncated', 'damaged'] as const),
  ...(['too-large', 'too-deep', 'forbidden-name', 'bomb', 'restoring'] as const),
];

export const copyAnswer: z.ZodMiniType<CopyAnswer> = z.union([
  z.object({ part: z.number() }),
  z.object({ refused: z.enum(REFUSALS) }),
  z.object({ failed: z.looseObject({ cause: z.enum(CAUSES) }) }),
  z.object({ closed: z.literal(true) }),
  z.object({ done: z.unknown() }),
]);

export const savedCopy: z.ZodMiniType<SavedCopyFile> = z.object({
  file: z.instanceof(Blob),
  onlineId: z.nullable(z.string()),
  unread: z.number(),
});

const number = z.number();
const change = schemaOf<Change>()(() =>
  z.object({ come: number, change: number, stay: number, go: number }),
);
export const shownPreview: z.ZodMiniType<Preview> = z.record(z.enum(PREVIEW_KINDS), change);

const readFields = {
  ...{ accountId: z.string(), onlineId: z.nullable(z.string()), madeAt: z.number() },
  ...{ unreadable: z.number(), isHere: z.boolean() },
  settings: someSettings,
};
export const readCopyFacts: z.ZodMiniType<CopyRead> = z.object(readFields);
export const checkedCopy: z.ZodMiniType<CheckedCopy> = z.object({
  ...readFields,
  preview: shownPreview,
  unreadHere: z.number(),
});
