import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { guideMarkdown, privacyMarkdown } from './guide-markdown.ts';

const GUIDE = fileURLToPath(new URL('../../docs/guide.md', import.meta.url));
const PRIVACY = fileURLToPath(new URL('../../docs/privacy.md', import.meta.url));

test('docs/guide.md says what the page says: `npm run guide` writes it', async () => {
  expect(readFileSync(GUIDE, 'utf8')).toBe(await guideMarkdown(GUIDE));
});

test('docs/privacy.md says what the page says: `npm run guide` writes it', async () => {
  expect(readFileSync(PRIVACY, 'utf8')).toBe(await privacyMarkdown(PRIVACY));
});
