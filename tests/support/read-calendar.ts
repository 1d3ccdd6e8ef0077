export type CalendarProperties = ReadonlyMap<string, string>;

const LONGEST_LINE = 75;

/** The events of an iCalendar file, read as RFC 5545 has it; throws where it is none. */
export function readCalendar(file: string): CalendarProperties[] {
  if (!file.endsWith('\r\n')) throw new Error('no end of the last line');
  const folded = file.slice(0, -2).split('\r\n');
  for (const line of folded) {
    if (new TextEncoder().encode(line).length > LONGEST_LINE) throw new Error(`long: ${line}`);
    if (/\p{Cc}|\p{Cs}/u.test(line)) throw new Error(`control: ${line}`);
  }
  const lines = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') throw new Error('cut');
  const events: Map<string, string>[] = [];
  let open: Map<string, string> | null = null;
  for (const line of lines.slice(1, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+):(.*)$/su.exec(line) ?? [];
    if (name === '') throw new Error(`no property: ${line}`);
    if (name === 'BEGIN') open = new Map();
    else if (name === 'END' && open !== null) {
      for (const needed of ['UID', 'DTSTAMP', 'DTSTART']) {
        if (!open.has(needed)) throw new Error(`no ${needed}`);
      }
      events.push(open);
      open = null;
    } else open?.set(name, unescaped(value));
  }
  return events;
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/gu, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}
