/** A day of the calendar, which stands without quotes: `2026-11-26`. */
interface CalendarDay {
  day: string;
}

export type FrontMatterValue = string | number | boolean | null | readonly string[] | CalendarDay;

/** What stands before a note, as YAML. A property that is not known is there and empty, so that all notes have the same. */
export function frontMatter(properties: Readonly<Record<string, FrontMatterValue>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `${name}: ${written(value)}`);
  return ['---', ...lines.map((line) => line.trimEnd()), '---', ''].join('\n');
}

function written(value: FrontMatterValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  return 'day' in value ? value.day : `[${value.map(quoted).join(', ')}]`;
}

/** In double quotes YAML reads as JSON does, but for signs that may not stand there as they are. */
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
