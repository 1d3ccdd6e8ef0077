import { expect, test } from 'vitest';
import { NO_COPIES, type CopiesRecord } from '@/utils/domain/copies/copies-record';
import { storedCopies } from '@/utils/status/copies';

const FIGURES = { games: 40, notes: 10, pins: 3, picks: 12, marks: 5 };
const ACCOUNT = {
  ...{ fileMark: 'f', made: { at: 5, figures: FIGURES, digest: 'd' }, sameAt: 6 },
  ...{ savedAt: 3, ownSince: 1, anewAt: 2, seenSync: 7 },
};
const RECORD: CopiesRecord = {
  isOn: true,
  accounts: { '1': ACCOUNT, '2': ACCOUNT },
  wanted: { mark: 'm', accountId: '1', reason: 'week', tries: 1 },
  trouble: { kind: 'failed', accountId: '1', found: null },
};

test.each<[string, object, object]>([
  ['a cause', { trouble: { ...RECORD.trouble, kind: 'of a later build' } }, { trouble: null }],
  ['a reason', { wanted: { ...RECORD.wanted, reason: 'of a later build' } }, { wanted: null }],
  [
    'what the last copy of an account held',
    { accounts: { '1': { ...ACCOUNT, made: { at: 'then' } }, '2': ACCOUNT } },
    { accounts: { '1': { ...ACCOUNT, made: null }, '2': ACCOUNT } },
  ],
  [
    'an instant of an account',
    { accounts: { '1': { ...ACCOUNT, savedAt: 'then' }, '2': ACCOUNT } },
    { accounts: { '1': { ...ACCOUNT, savedAt: null }, '2': ACCOUNT } },
  ],
  ['whether they are on', { isOn: 'yes' }, { isOn: true }],
  [
    'the same where none was made',
    { isOn: 'yes', accounts: { '1': { ...ACCOUNT, made: null } } },
    { isOn: false, accounts: { '1': { ...ACCOUNT, made: null } } },
  ],
  ['all accounts', { accounts: 7 }, { accounts: {} }],
])('what is known of copies is read but for what cannot be: %s', (_, damaged, read) => {
  expect(storedCopies.parse({ ...RECORD, ...damaged })).toEqual({ ...RECORD, ...read });
});

test('of what is no such record nothing is known', () => {
  expect(storedCopies.parse('no')).toEqual(NO_COPIES);
});
