import { expect, test } from 'vitest';
import { NEEDS } from '@/utils/domain/connection/need';
import { CAUSES } from '@/utils/domain/causes';
import { anchorIn } from '@/utils/words/guide/guide-anchors';
import type { GuideSection } from '@/utils/words/guide/entry';
import { GUIDE_SECTIONS } from '@/utils/words/guide/sections';

const sections: readonly GuideSection[] = GUIDE_SECTIONS;
const anchors = sections.flatMap(({ entries }) => entries.map(({ anchor }) => anchor));

test.each([...new Set([...CAUSES, ...Object.keys(NEEDS)])])('%s has its paragraph', (about) => {
  expect(anchors).toContain(anchorIn(about));
});

test('an anchor is itself, and no cause', () => {
  expect(anchors.map((anchor) => anchorIn(anchor))).toEqual(anchors);
  expect(anchors.filter((anchor) => Object.hasOwn(NEEDS, anchor))).toEqual([]);
});
