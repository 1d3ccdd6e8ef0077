import { createStaging } from '@/utils/database/staging';

/** A staging database as a copy leaves it that was restored: it has the way back. */
export async function restoredInto(
  name: string,
  accountId: string,
  since: number,
  settings: Record<string, unknown> = {},
): Promise<void> {
  const staging = await createStaging(name);
  await staging.plan.put({
    ...{ id: 'plan', accountId, step: 'done', since, isNew: false, mark: 'seen' },
    settings,
  });
  staging.close();
}
