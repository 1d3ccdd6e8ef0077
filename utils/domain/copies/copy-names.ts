const FOLDER = 'Trophy Shelf';

/**
 * Where a copy goes that makes itself, below the folder for downloads: one that is always the latest, and one for each
 * month of the year, so that there are twelve. No other account or installation writes there.
 * @param fileMark drawn for the account in this installation
 */
export function copyNames(onlineId: string | null, fileMark: string, madeAt: number): string[] {
  const who = [onlineId?.replaceAll(/[^\w-]/g, ''), fileMark].filter(Boolean).join(' ');
  const month = String(new Date(madeAt).getUTCMonth() + 1).padStart(2, '0');
  return ['', ` month ${month}`].map((which) => `${FOLDER}/${who}${which}.json.gz`);
}
