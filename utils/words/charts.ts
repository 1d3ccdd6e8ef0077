import * as words from './en/charts.json';

export {
  showAsTable as SHOW_AS_TABLE,
  saveAsPicture as SAVE_AS_PICTURE,
  pictureFailed as PICTURE_FAILED,
  pictureFoot as PICTURE_FOOT,
} from './en/charts.json';

/** What is heard of a mark: `March 2026: 91 trophies`. */
export function markSaid(name: string, value: string, isRunning = false): string {
  return (isRunning ? words.markSoFar : words.mark)({ name, value });
}

/** What became of a value: `The Chase: 2.1% when you earned it, then 3.4% now`. */
export function slopeSaid(name: string, from: string, to: string): string {
  return words.slope({ name, from, to });
}
