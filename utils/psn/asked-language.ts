/**
 * The languages that the browser asks Sony for, the preferred one first: it puts them into every request by itself,
 * and Sony answers with names, texts and pictures by them.
 */
export function askedLanguage(): string {
  return navigator.languages.join();
}
