import { describe, expect, test } from 'vitest';
import type { Endpoint } from '@/utils/psn/endpoints';
import { evidenceOf } from '@/utils/words/evidence';
import { browserOf } from '@/utils/words/browser-name';
import { reportOf, type ReportFacts } from '@/utils/words/failure-report';
import { connected, lifeOf } from '../../support/statuses.ts';

const NOON = Date.UTC(2026, 10, 22, 12, 0);

const FACTS: ReportFacts = {
  version: '0.1.0',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
  failure: { cause: 'answer-not-understood', during: 'titles', status: 200, fields: ['a.b', 'c'] },
  seenAt: NOON,
  connection: connected({ tokenLife: lifeOf(9, NOON) }),
  connectionHistory: [
    { at: NOON - 60_000, kind: 'renewed', cause: null },
    { at: NOON, kind: 'refused', cause: 'token-refused' },
  ],
  zone: 'amber',
  clockOffset: 3_600_000,
  renewal: true,
};

/** All of them, or this does not compile. */
const ASKED: Record<Exclude<Endpoint, 'other'>, true> = {
  ...{ session: true, code: true, exchange: true, refresh: true, profile: true, titles: true },
  ...{ summary: true, 'played-games': true, matching: true, definitions: true, groups: true },
  earned: true,
};

test('a report says what went wrong and how things stood', () => {
  expect(reportOf(FACTS)).toBe(
    [
      'Trophy Shelf: 0.1.0',
      'Browser: Firefox 142',
      'Cause: answer-not-understood',
      'During: titles',
      'HTTP status: 200',
      'Fields: a.b, c',
      'Seen at: 2026-11-22T12:00:00.000Z',
      'Phase: connected',
      'Zone: amber',
      'Renewal: true',
      'Given for: 240 h',
      'Ends without renewal: 2026-12-01T12:00:00.000Z',
      'Last worked: 2026-11-22T12:00:00.000Z',
      'Sign-in: alive',
      'Sign-in ends: 2026-12-01T12:00:00.000Z',
      'Sign-in seen: 2026-11-22T12:00:00.000Z',
      'Clock offset: 3600 s',
      '2026-11-22T11:59:00.000Z: renewed',
      '2026-11-22T12:00:00.000Z: refused (token-refused)',
    ].join('\n'),
  );
});

test('a report does not say whose it is', () => {
  expect(reportOf(FACTS)).not.toContain(connected().accountId);
});

test('a report leaves out what is not known', () => {
  const report = reportOf({
    ...FACTS,
    failure: { cause: 'offline' },
    connection: null,
    zone: null,
    renewal: null,
  });
  expect(report).not.toMatch(/null|undefined|Zone|Status/);
});

test.each([
  ['Mozilla/5.0 AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36', 'Chrome 131'],
  ['Mozilla/5.0 AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0.1', 'Edge 131'],
  ['Something else', 'Unknown'],
])('%s is %s', (userAgent, name) => {
  expect(browserOf(userAgent)).toBe(name);
});

describe('the evidence', () => {
  test('is in plain words', () => {
    const evidence = evidenceOf(FACTS.failure, NOON, 'en-GB').map(({ name }) => name);
    expect(evidence).toEqual(['Shown at', 'While', 'Answer', 'Unknown in it']);
  });

  test.each(Object.keys(ASKED))('has words for what %s asks for', (during) => {
    const said = evidenceOf({ cause: 'no-answer', during }, NOON, 'en-GB');
    expect(said.find(({ name }) => name === 'While')?.value).toMatch(/^[A-Z][a-z]+ing [a-z -]+$/);
  });

  test('has no word of ours', () => {
    const said = evidenceOf({ cause: 'unexpected', during: 'eraseLibrary' }, NOON, 'en-GB');
    expect(said.map(({ value }) => value)).not.toContain('eraseLibrary');
  });

  test('does not say that there was no answer where one was not understood', () => {
    const said = evidenceOf(
      { cause: 'answer-not-understood', fields: ['progress'] },
      NOON,
      'en-GB',
    );
    expect(said.map(({ value }) => value)).toStrictEqual(['12:00', 'progress']);
  });

  test('says so where there was no answer', () => {
    expect(evidenceOf({ cause: 'offline' }, NOON, 'en-GB')).toContainEqual({
      name: 'Answer',
      value: 'None',
    });
  });
});
