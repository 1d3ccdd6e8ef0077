import type { Failure } from '../domain/failure';
import { clock } from '../format/dates';
import { answerStatus, during as DOINGS, noAnswer, observed } from './en/failures.json';

export {
  evidence as EVIDENCE,
  copyReport as COPY_REPORT,
  reportCopied as REPORT_COPIED,
  /** Where a report is to be sent: there is no server of ours. */
  reportGoes as REPORT_GOES,
  reportRefused as REPORT_REFUSED,
} from './en/failures.json';

/** What was being asked for, in plain words. What has none here stands in the report alone. */
const DURING: Readonly<Record<string, string>> = DOINGS;

export interface Observation {
  name: string;
  value: string;
}

/** What is known of a failure, without anything secret in it: there is nothing secret in a failure. */
export function evidenceOf(failure: Failure, seenAt: number, locale: string): Observation[] {
  const { during = '', status, fields, until } = failure;
  const doing = DURING[during];
  return [
    { name: observed.shownAt, value: clock(seenAt, seenAt, locale) },
    ...(doing === undefined ? [] : [{ name: observed.during, value: doing }]),
    // What has fields was an answer, whatever its status was.
    ...(status === undefined && fields !== undefined
      ? []
      : [
          {
            name: observed.answer,
            value: status === undefined ? noAnswer : answerStatus({ status: String(status) }),
          },
        ]),
    ...(fields === undefined ? [] : [{ name: observed.fields, value: fields.join(', ') }]),
    ...(until === undefined ? [] : [{ name: observed.until, value: clock(until, seenAt, locale) }]),
  ];
}
