import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { words } from '../../words-plugin.ts';
import type * as GuideMarkdown from './guide-markdown.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GUIDE = `${ROOT}docs/guide.md`;
const PRIVACY = `${ROOT}docs/privacy.md`;

/** `npm run guide`: writes `docs/guide.md` and `docs/privacy.md`. The product's imports only a bundler can follow. */
const { module } = await runnerImport<typeof GuideMarkdown>(`${ROOT}tests/docs/guide-markdown.ts`, {
  configFile: false,
  plugins: [words()],
  logLevel: 'error',
});
writeFileSync(GUIDE, await module.guideMarkdown(GUIDE));
writeFileSync(PRIVACY, await module.privacyMarkdown(PRIVACY));
