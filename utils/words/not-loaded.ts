import { browserOf } from './browser-name';

/** What stands in the place of what has lost its script: an update has replaced it underneath. */
export {
  notLoadedTitle as NOT_LOADED_TITLE,
  notLoaded as NOT_LOADED,
  reload as RELOAD,
} from './en/app.json';
export { copyReport as COPY_REPORT, reportCopied as REPORT_COPIED } from './en/failures.json';

/** As `failure-report.ts` has it, as far as it is known to a page whose scripts are gone. */
export function notLoadedReport(version: string, userAgent: string, at: number): string {
  return [
    `Trophy Shelf: ${version}`,
    `Browser: ${browserOf(userAgent)}`,
    'Cause: unexpected',
    'During: loading a script',
    `Seen at: ${new Date(at).toISOString()}`,
  ].join('\n');
}
