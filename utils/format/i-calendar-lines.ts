/** What an iCalendar file (RFC 5545) is made of. */

/** By UTC: `20270118T143200Z`. */
export function calendarInstant(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

export function calendarText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

export function calendarLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const LONGEST_LINE = 75;

/** A line has 75 octets at most; what is longer goes on in the next line, after a space, never within a character. */
function folded(line: string): string {
  // Each character has three octets at most, but for pairs, which are two here already.
  if (line.length * 3 <= LONGEST_LINE) return line;
  let result = '';
  let length = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (length + octets > LONGEST_LINE) {
      result += '\r\n ';
      length = 1;
    }
    result += character;
    length += octets;
  }
  return result;
}

/** Of a character by UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
