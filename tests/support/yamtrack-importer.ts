import Papa from 'papaparse';

const NEEDED = [
  ...['media_id', 'source', 'media_type', 'title', 'image', 'season_number', 'episode_number'],
  ...['score', 'progress', 'status', 'start_date', 'end_date', 'notes'],
];
const STATUSES = ['Completed', 'In progress', 'Planning', 'Paused', 'Dropped'];
const PLAY_TIMES = [/^\d+$/, /^\d+:(\d+)$/, /^\d+h$/, /^\d+h (\d+)min$/, /^(\d+)min$/];
const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

export type YamtrackEntry = Record<string, string>;

/** Reads a file as Yamtrack's importer does, its older versions too, and refuses what they refuse. */
export function importByYamtrack(text: string): YamtrackEntry[] {
  // A byte order mark is part of the first column's name, and older versions split the file by lines first.
  const lines = text.split(/\r\n|(?!\t)\p{Cc}|[\u2028\u2029]/u);
  const rows = lines
    .filter((line) => line !== '')
    .map((line) => {
      const { data, errors } = Papa.parse<string[]>(line, { delimiter: ',' });
      if (errors.length > 0 || data.length !== 1) throw new Error(`not a line: ${line}`);
      return data[0]!;
    });
  const [columns = [], ...others] = rows;
  for (const column of NEEDED) {
    if (!columns.includes(column)) throw new Error(`no column ${column}`);
  }
  return others.map((cells) =>
    imported(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))),
  );
}

function imported(entry: YamtrackEntry): YamtrackEntry {
  const refuse = (field: string): never => {
    throw new Error(`${field} of ${JSON.stringify(entry)}`);
  };
  const is = (field: string, test: (value: string) => boolean): void => {
    if (!test(entry[field] ?? '')) refuse(field);
  };
  is('media_type', (type) => type === 'game');
  is('title', (title) => title.trim() !== '' && title.length <= 255);
  is('status', (status) => STATUSES.includes(status));
  is('score', (score) => score === '' || (Number(score) >= 0 && Number(score) <= 10));
  is('progress', isPlayTime);
  is('image', (image) => image === '' || URL.canParse(image));
  is('start_date', isDate);
  is('end_date', isDate);
  is('progressed_at', isDate);
  is('source', (source) => source === 'manual' || source === '');
  is('media_id', (id) => (id === '') === (entry['source'] === ''));
  return entry;
}

function isPlayTime(text: string): boolean {
  if (text === '') return true;
  const found = PLAY_TIMES.map((form) => form.exec(text)).find((match) => match !== null);
  return found !== undefined && Number(found[1] ?? 0) <= 59;
}

function isDate(text: string): boolean {
  return (
    text === '' || ((DATE.test(text) || INSTANT.test(text)) && !Number.isNaN(Date.parse(text)))
  );
}
