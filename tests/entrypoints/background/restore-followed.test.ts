import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { CopyToRestore } from '@/utils/copy-worker/restore-copy';
import type { RestoreWay } from '@/utils/copy-worker/planned';
import { eraseDatabases } from '@/utils/database/erase';
import { LibraryQueries, type Source } from '@/utils/database/queries';
import { fillLibrary, saved } from '../../support/restoring';
import { aBackground, aNewScene, SEEN } from '../../support/staged-copy';
import type { SyncScene } from '../../support/sync-scene';

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

/** Whatever any page follows of a library. */
function sourcesOf(queries: LibraryQueries, scene: SyncScene): Record<string, Source<unknown>> {
  const ids = [1, 2, 3].map((n) => scene.id(n));
  const now = (): number => scene.now;
  const of = Object.fromEntries(
    ids.flatMap((id, index) =>
      (['title', 'trophySet', 'annotations', 'isUnread', 'setVersions'] as const).map((name) => [
        `${name} ${String(index + 1)}`,
        queries[name](id),
      ]),
    ),
  );
  return {
    ...of,
    ...{ firstTitles: queries.firstTitles(50), titles: queries.titles() },
    ...{ earnings: queries.earnings(now), latestEarnings: queries.latestEarnings(10) },
    ...{ recordedHours: queries.recordedHours(), hundredEvents: queries.hundredEvents() },
    ...{ lateTrophies: queries.lateTrophies(), nextMarks: queries.nextMarks() },
    ...{ notToBeHad: queries.notToBeHad(), goals: queries.goals(), apps: queries.apps() },
    ...{ trophySets: queries.trophySets(ids), earnedNames: queries.earnedNames(ids) },
    ...{ lostAt: queries.lostAt(), snapshot: queries.snapshot(), runs: queries.runs() },
    ...{ underWay: queries.underWay(), unreadRows: queries.unreadRows() },
  };
}

interface Followed {
  found: Record<string, unknown>;
  stop: () => void;
}

function followed(scene: SyncScene): Followed {
  const queries = new LibraryQueries(scene.accountId, false);
  const found: Record<string, unknown> = {};
  for (const [name, source] of Object.entries(sourcesOf(queries, scene))) {
    const say = (value: unknown) => void (found[name] = value);
    source.subscribe({ next: say, missing: () => say('missing'), failed: say });
  }
  return { found, stop: () => queries.close() };
}

/** As a page would that is opened now. */
async function foundAnew(scene: SyncScene): Promise<Record<string, unknown>> {
  const { found, stop } = followed(scene);
  const names = Object.keys(sourcesOf(new LibraryQueries(scene.accountId, false), scene));
  await expect.poll(() => Object.keys(found).length).toBe(names.length);
  stop();
  return found;
}

test.each(['replace', 'merge'] as RestoreWay[])(
  'every page that is open follows a copy that is restored, and its way back (%s)',
  async (way) => {
    const scene = aNewScene();
    await fillLibrary(scene);
    const file = await saved(scene);
    const { requests } = scene.worker();
    const of = { npCommunicationId: scene.id(2), trophyId: 0 };
    await requests.markGame(scene.id(1), { status: 'playing', tags: ['later'] });
    await requests.markGame(scene.id(2), { status: null, hide: true });
    await requests.annotateTrophy({ ...of, note: 'Later', pinned: true, unobtainable: true });
    await requests.setGoal(1, {
      kind: 'trophies',
      target: 900,
      by: '2030-01-01',
      since: 1,
    } as never);
    await scene.database.titles.delete(scene.id(3));
    await scene.database.trophySets.delete(scene.id(3));

    const { found, stop } = followed(scene);
    onTestFinished(stop);
    const before = await foundAnew(scene);
    await expect.poll(() => found).toEqual(before);
    const copy = await CopyToRestore.read(file, () => undefined);
    await copy.plan({ way, now: scene.now, mark: SEEN });
    copy.close();
    const { background } = aBackground();
    await restoreCopy(background, SEEN);
    const after = await foundAnew(scene);
    expect(after).not.toEqual(before);
    await expect.poll(() => found).toEqual(after);

    await undoRestore(background);
    expect(await foundAnew(scene)).toEqual(before);
    await expect.poll(() => found).toEqual(before);
  },
);
