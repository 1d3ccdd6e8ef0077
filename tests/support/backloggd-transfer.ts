import { z } from 'zod/mini';

const date = z.string().check(z.regex(/^(\d{4}-\d\d-\d\d)?$/));
const amount = z.nullable(z.number().check(z.gte(0)));
const STATUSES = [
  ...(['wishlist', 'backlog', 'playing', 'played', 'completed', 'shelved'] as const),
  ...(['abandoned', 'retired'] as const),
];

/** What the userscript takes as it is: whatever else it would put right, or drop. */
const transfer = z.object({
  format: z.literal('backloggd-transfer'),
  version: z.literal(2),
  exportedAt: z.iso.datetime(),
  source: z.object({ platform: z.string(), label: z.string() }),
  entries: z.array(
    z.object({
      game_id: z.null(),
      title: z.string().check(z.minLength(1)),
      log: z.object({
        game_liked: z.boolean(),
        is_play: z.boolean(),
        is_playing: z.boolean(),
        is_backlog: z.boolean(),
        is_wishlist: z.literal(false),
        status: z.nullable(z.enum(STATUSES)),
        total_hours: amount,
        total_minutes: amount,
        time_source: z.literal(1),
      }),
      playthroughs: z.tuple([
        z.object({
          title: z.string().check(z.minLength(1)),
          platform: z.nullable(z.number()),
          rating: z.null(),
          review: z.string(),
          start_date: date,
          finish_date: date,
          hours_played: amount,
          mins_played: amount,
          is_master: z.boolean(),
        }),
      ]),
      dates: z.array(z.object({ range_start_date: date, range_end_date: date })),
    }),
  ),
});

export type BackloggdTransfer = z.infer<typeof transfer>;

/** Reads a file as the userscript does; of several games of one title it would take one. */
export function readTransfer(text: string): BackloggdTransfer {
  const read = transfer.parse(JSON.parse(text));
  const keys = read.entries.map(({ title }) => normalized(title)).filter((key) => key !== '');
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  if (twice.length > 0) throw new Error(`twice: ${twice.join(', ')}`);
  return read;
}

/** As it compares titles. Of one in another script nothing is left, and it compares none. */
function normalized(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
