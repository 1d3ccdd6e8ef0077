import { expect, test } from 'vitest';
import { NEEDS, type Need } from '@/utils/domain/connection/need';
import { CAUSES } from '@/utils/domain/causes';
import { isOfSignIn } from '@/utils/words/needs';
import { anchorIn } from '@/utils/words/guide/guide-anchors';
import type { GuideSection } from '@/utils/words/guide/entry';
import { GUIDE_SECTIONS } from '@/utils/words/guide/sections';

const sections: readonly GuideSection[] = GUIDE_SECTIONS;
const anchors = sections.flatMap(({ entries }) => entries.map(({ anchor }) => anchor));

const needs = (Object.keys(NEEDS) as Need['state'][]).filter(isOfSignIn);

test.each([...CAUSES, ...needs])('%s has its paragraph', (about) => {
  expect(anchors).toContain(anchorIn(about));
});

test('an anchor is itself, and no cause', () => {
  expect(anchors.map((anchor) => anchorIn(anchor))).toEqual(anchors);
  expect(anchors.filter((anchor) => Object.hasOwn(NEEDS, anchor))).toEqual([]);
});
