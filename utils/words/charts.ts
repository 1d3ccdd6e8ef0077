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
