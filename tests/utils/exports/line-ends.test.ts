import { describe, expect, test } from 'vitest';
import { csvLines, FOR_TRACKERS } from '@/utils/exports/csv-lines';
import { frontMatter } from '@/utils/exports/front-matter';

/** At each of these some program ends a line: Python, YAML 1.1, a page. */
const LINE_ENDS = [0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029].map((code) => {
  return [code.toString(16), String.fromCodePoint(code)] as const;
});

describe.each(LINE_ENDS)('where the player wrote U+%s', (_, sign) => {
  test('a row of a tracker’s file is on one line', () => {
    expect(csvLines([['by the', `lake${sign}at night`]], FOR_TRACKERS)).toBe(
      'by the,lake at night\n',
    );
  });

  test('a property of a note is on one line, and says the same', () => {
    const [, line = '', ...rest] = frontMatter({ title: `lake${sign}night` }).split('\n');
    expect(line).not.toContain(sign);
    expect(rest).toEqual(['---', '']);
    expect(JSON.parse(line.replace('title: ', ''))).toBe(`lake${sign}night`);
  });
});
