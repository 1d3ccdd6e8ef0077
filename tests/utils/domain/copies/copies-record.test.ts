import { describe, expect, test } from 'vitest';
import { NOT_COPIED, type CopyOutcome } from '@/utils/domain/copies/copy-figures';
import {
  afterLoss,
  afterSync,
  copiesOf,
  lacksCopy,
  lastCopyAt,
  NO_COPIES,
  withBegun,
  withLibraryAnew,
  withOutcome,
  withoutAccount,
  withoutCopies,
  withSaved,
  troubleOf,
  withTrouble,
  withCopyWanted,
  type CopiesRecord,
  type CopyReason,
} from '@/utils/domain/copies/copies-record';
import { DAY } from '@/utils/domain/time-units';

const MINE = '1';
const NOW = 1_000 * DAY;
const FIGURES = { games: 40, notes: 10, pins: 3, picks: 12, marks: 5 };

const file: CopyOutcome = {
  ...{ kind: 'file', url: 'blob:1', names: ['one'], figures: FIGURES, digest: 'a' },
};
const smaller: CopyOutcome = { ...NOT_COPIED, kind: 'smaller', figures: { ...FIGURES, notes: 1 } };

function wanted(reason: CopyReason, record = NO_COPIES): CopiesRecord {
  return withBegun(withCopyWanted(record, { mark: 'm', accountId: MINE, reason }), 'm');
}

/** On, with a copy of so many days ago. */
function made(daysAgo: number): CopiesRecord {
  return withOutcome(wanted('switch'), file, 'complete', NOW - daysAgo * DAY);
}

function byHand(record: CopiesRecord, accountId: string, madeAt: number): CopiesRecord {
  return withSaved(record, { accountId, madeAt }, madeAt);
}

function synced(record: CopiesRecord, now = NOW, hasOwn = true): CopiesRecord {
  return afterSync(record, { accountId: MINE, syncedAt: now, hasOwn, mark: 'next' }, now);
}

describe('the first copy', () => {
  test('switches them on once it lies on the disk, and not before', () => {
    expect(wanted('switch').isOn).toBe(false);
    expect(made(0)).toMatchObject({ isOn: true, wanted: null, trouble: null });
  });

  test('switches them on too where the player says that less than of old is right', () => {
    expect(withOutcome(wanted('smaller'), file, 'complete', NOW).isOn).toBe(true);
    expect(withOutcome(wanted('now'), file, 'complete', NOW).isOn).toBe(false);
  });

  test.each(['asks', 'interrupted'] as const)('that ends with “%s” leaves them off', (end) => {
    const after = withOutcome(wanted('switch'), file, end, NOW);
    expect(after).toMatchObject({ isOn: false, wanted: null, trouble: { kind: end } });
    expect(lastCopyAt(copiesOf(after, MINE))).toBeNull();
  });
});

describe('after a sync a copy is wanted', () => {
  test.each([
    [6, false],
    [7, true],
    [-1, true],
  ])('where the last is %i days old: %s', (days, isDue) => {
    expect(synced(made(days)).wanted !== null).toBe(isDue);
  });

  test('of another account too, which has none yet', () => {
    const other = afterSync(
      made(0),
      { accountId: '2', syncedAt: NOW, hasOwn: false, mark: 'next' },
      NOW,
    );
    expect(other.wanted).toMatchObject({ accountId: '2', reason: 'week' });
  });

  test('and not where they are off, or one is wanted already', () => {
    expect(synced(withoutCopies(made(30))).wanted).toBeNull();
    expect(synced(wanted('now', made(30))).wanted).toMatchObject({ mark: 'm', reason: 'now' });
  });
});

test.each([
  ['permission', true],
  ['interrupted', true],
  ['failed', true],
  ['smaller', false],
] as const)('after a copy that ended with “%s” the next sync tries again: %s', (kind, isTried) => {
  const after = withOutcome(wanted('now', made(1)), { ...NOT_COPIED, kind }, 'complete', NOW);
  expect(after).toMatchObject({ isOn: true, wanted: null });
  expect(synced(after).wanted !== null).toBe(isTried);
  // What is wrong with those of another account has no copy of this one made.
  const other = withBegun(
    withCopyWanted(made(1), { mark: 'm', accountId: '2', reason: 'now' }),
    'm',
  );
  const ofOther = withOutcome(other, { ...NOT_COPIED, kind }, 'complete', NOW);
  expect(synced(ofOther).wanted).toBeNull();
});

test('of a library in which nothing has changed none is made, and nothing is said', () => {
  const before = synced(made(9));
  const after = withOutcome(before, { ...NOT_COPIED, kind: 'same' }, 'complete', NOW);
  expect(after).toMatchObject({ isOn: true, wanted: null, trouble: null });
  expect(lastCopyAt(copiesOf(after, MINE))).toBe(NOW - 9 * DAY);
  // Looked at a week later and no sooner, and nobody is told that something is here alone.
  expect(synced(after, NOW + 6 * DAY).wanted).toBeNull();
  expect(synced(after, NOW + 7 * DAY).wanted).not.toBeNull();
  expect(lacksCopy(copiesOf(synced(after), MINE), NOW + 29 * DAY)).toBe(false);
});

test('one of a library that has become smaller is left out and said, and they stay on', () => {
  const after = withOutcome(synced(made(9)), smaller, 'complete', NOW);
  expect(after).toMatchObject({ isOn: true, wanted: null, trouble: { kind: 'smaller' } });
  expect(copiesOf(after, MINE).made?.figures).toStrictEqual(FIGURES);
});

test.each(['asks', 'permission'] as const)('“%s” at night ends them', (kind) => {
  expect(withTrouble(synced(made(9)), kind).isOn).toBe(false);
});

test('one that ends every worker which makes it is given up and said', () => {
  let record = synced(made(9));
  for (let begun = 0; begun < 3; begun++) record = withBegun(record, 'm');
  expect(record.wanted).not.toBeNull();
  expect(withBegun(record, 'm')).toMatchObject({ isOn: true, trouble: { kind: 'failed' } });
});

test('a folder for which the browser wants to be asked again leaves them on, and is said', () => {
  const after = withOutcome(
    synced(made(9)),
    { ...NOT_COPIED, kind: 'permission' },
    'complete',
    NOW,
  );
  expect(after).toMatchObject({ isOn: true, wanted: null, trouble: { kind: 'permission' } });
  // It is tried again, and counts as soon as it lies there.
  expect(withOutcome(synced(after), file, 'complete', NOW)).toMatchObject({ trouble: null });
});

test('a folder that takes nothing is said, and the last copy stays the last', () => {
  const before = synced(made(9));
  const after = withOutcome(before, { ...NOT_COPIED, kind: 'interrupted' }, 'complete', NOW);
  expect(after).toMatchObject({ isOn: true, wanted: null, trouble: { kind: 'interrupted' } });
  expect(copiesOf(after, MINE).made).toStrictEqual(copiesOf(before, MINE).made);
});

test('switched off, what is under way counts no more', () => {
  const off = withoutCopies(wanted('now', made(9)));
  expect(withOutcome(off, file, 'complete', NOW)).toBe(off);
});

describe('that nothing was copied is said', () => {
  test('30 days after the player has made something, or after the last copy', () => {
    const own = copiesOf(synced(NO_COPIES), MINE);
    expect(lacksCopy(own, NOW + 30 * DAY - 1)).toBe(false);
    expect(lacksCopy(own, NOW + 30 * DAY)).toBe(true);
    const saved = copiesOf(byHand(synced(NO_COPIES), MINE, NOW + 20 * DAY), MINE);
    expect(lacksCopy(saved, NOW + 49 * DAY)).toBe(false);
    expect(lacksCopy(saved, NOW + 50 * DAY)).toBe(true);
  });

  test('from the first sync that has found it, whichever come after', () => {
    const twice = synced(synced(NO_COPIES), NOW + 10 * DAY);
    expect(lacksCopy(copiesOf(twice, MINE), NOW + 30 * DAY)).toBe(true);
  });

  test('to nobody who has made nothing', () => {
    const own = copiesOf(synced(NO_COPIES, NOW, false), MINE);
    expect(lacksCopy(own, NOW + 900 * DAY)).toBe(false);
  });
});

describe('of an account that is erased', () => {
  test('nothing is remembered, and nothing is said or wanted any more', () => {
    const said = withOutcome(synced(made(9)), smaller, 'complete', NOW);
    const record = withoutAccount(byHand(said, '2', NOW), MINE);
    expect(record).toMatchObject({ isOn: true, trouble: null });
    expect(Object.keys(record.accounts)).toStrictEqual(['2']);
    expect(withoutAccount(synced(made(9)), MINE).wanted).toBeNull();
    expect(withoutAccount(synced(made(9)), '2').wanted).not.toBeNull();
  });

  test('the copies that lie on the disk are not written over where it comes back', () => {
    const anew = withBegun(synced(withoutAccount(made(9), MINE)), 'another one');
    expect(copiesOf(made(9), MINE).fileMark).toBe('m');
    expect(copiesOf(anew, MINE).fileMark).toBe('another ');
    expect(copiesOf(withBegun(synced(made(9)), 'another one'), MINE).fileMark).toBe('m');
  });
});

test('what is wrong with the copies of one account is not said of another', () => {
  const said = withOutcome(synced(made(9)), smaller, 'complete', NOW);
  expect(troubleOf(said, MINE)).toMatchObject({ kind: 'smaller' });
  expect(troubleOf(said, '2')).toBeNull();
  expect(troubleOf(withTrouble(made(9), 'permission'), '2')).toMatchObject({ kind: 'permission' });
});

describe('a library that the browser has lost', () => {
  const { fileMark } = copiesOf(made(3), MINE);

  test('has its next copy under another name, and soon, so that the last one stays', () => {
    const lost = afterLoss(made(3), MINE, NOW - DAY);
    expect(copiesOf(lost, MINE)).toMatchObject({ fileMark: null, made: null });
    // It lies on the disk as before, and that is said.
    expect(lastCopyAt(copiesOf(lost, MINE))).toBe(lastCopyAt(copiesOf(made(3), MINE)));
    expect(lost.isOn).toBe(true);
    const next = withBegun(synced(lost), 'other-mark');
    expect(next.wanted?.accountId).toBe(MINE);
    expect(copiesOf(next, MINE).fileMark).not.toBe(fileMark);
    const copied = withOutcome(next, file, 'complete', NOW);
    expect(afterLoss(copied, MINE, NOW - DAY)).toBe(copied);
  });

  test.each([
    ['was not', null],
    ['was before that copy', NOW - 4 * DAY],
  ])('is none where it %s', (_, lostAt) => {
    const record = made(3);
    expect(afterLoss(record, MINE, lostAt)).toBe(record);
    expect(afterLoss(NO_COPIES, MINE, NOW)).toBe(NO_COPIES);
  });
});

test.each([
  ['before that', NOW - 1, null],
  ['since', NOW, NOW],
])('of a library that has become another one a copy counts that was begun %s: %s', (_, at, is) => {
  const record = withLibraryAnew(NO_COPIES, { accountId: MINE, now: NOW, mark: 'next' });
  const saved = withSaved(record, { accountId: MINE, madeAt: at }, NOW + DAY);
  expect(lastCopyAt(copiesOf(saved, MINE))).toBe(is);
  // By a clock that was ahead then, and was put back since, it lies in the time to come.
  const back = withSaved(record, { accountId: MINE, madeAt: NOW - 3 * DAY }, NOW - 2 * DAY);
  expect(lastCopyAt(copiesOf(back, MINE))).toBe(NOW - 3 * DAY);
});
