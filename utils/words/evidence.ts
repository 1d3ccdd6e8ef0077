import type { Failure } from '../domain/failure';
import { clock } from '../format/dates';

export const EVIDENCE = 'What we saw';
export const COPY_REPORT = 'Copy report';
export const REPORT_COPIED = 'Report copied';

/** What was being asked for, in plain words. What has none here stands in the report alone. */
const DURING: Readonly<Record<string, string>> = {
  session: 'Looking for the sign-in',
  code: 'Asking for a one-time code',
  'pasted-code': 'Trying the pasted code',
  exchange: 'Trading the code for a connection',
  refresh: 'Renewing the connection',
  profile: 'Reading your profile',
  titles: 'Reading your games',
  summary: 'Reading your trophy level',
  'played-games': 'Reading your playtimes',
  matching: 'Assigning playtimes',
  definitions: 'Reading trophies',
  earned: 'Reading which trophies you have',
  groups: 'Reading the names of add-ons',
  trophies: 'Fetching trophies',
  vault: 'Opening what is kept in this browser',
};

const NO_ANSWER = 'None';

export interface Observation {
  name: string;
  value: string;
}

/** What is known of a failure, without anything secret in it: there is nothing secret in a failure. */
export function evidenceOf(failure: Failure, seenAt: number, locale: string): Observation[] {
  const { during = '', status, fields, until } = failure;
  const doing = DURING[during];
  return [
    { name: 'Shown at', value: clock(seenAt, seenAt, locale) },
    ...(doing === undefined ? [] : [{ name: 'While', value: doing }]),
    { name: 'Answer', value: status === undefined ? NO_ANSWER : `HTTP ${String(status)}` },
    ...(fields === undefined ? [] : [{ name: 'Unknown in it', value: fields.join(', ') }]),
    ...(until === undefined ? [] : [{ name: 'Wait until', value: clock(until, seenAt, locale) }]),
  ];
}
