/** @module-tag built */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Build, builtExtension } from '../browser/built-extension.ts';
import { PICTURE_HOSTS } from '../../utils/domain/picture-hosts.ts';
import { ROOT } from './project-files.ts';

const PERMISSIONS = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'webRequest',
  'declarativeNetRequestWithHostAccess',
];

const HOSTS = ['https://ca.account.sony.com/*', 'https://m.np.playstation.com/*'];

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'connect-src https://ca.account.sony.com https://m.np.playstation.com',
  "worker-src 'self'",
  `img-src 'self' data: blob: ${PICTURE_HOSTS.map((host) => `https://${host}`).join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Ways for web pages to reach in, and for us to reach into web pages: there is none. */
const DOORS = [
  'content_scripts',
  'web_accessible_resources',
  'externally_connectable',
  'optional_host_permissions',
  'sandbox',
];

const OPTIONAL = ['notifications', 'downloads'];

/** What only one browser is asked for. */
const OF_BUILD: Partial<Record<Build, string[]>> = { 'chrome-mv3': ['offscreen'] };

describe.each<Build>(['chrome-mv3', 'firefox-mv3'])('the manifest built for %s', (build) => {
  const manifest = JSON.parse(
    readFileSync(`${builtExtension(build)}/manifest.json`, 'utf8'),
  ) as Record<string, unknown>;

  test('asks for exactly the permissions on our list', () => {
    expect(manifest['permissions']).toEqual([...PERMISSIONS, ...(OF_BUILD[build] ?? [])]);
    expect(manifest['optional_permissions']).toEqual(OPTIONAL);
    expect(manifest['host_permissions']).toEqual(HOSTS);
  });

  test('forbids its pages everything that they do not need', () => {
    expect(manifest['content_security_policy']).toEqual({ extension_pages: POLICY });
  });

  test('opens no door to web pages', () => {
    expect(DOORS.filter((door) => door in manifest)).toEqual([]);
  });
});

test('every permission is listed with its reason', () => {
  const config = readFileSync(`${ROOT}wxt.config.ts`, 'utf8');
  const withReason = [...config.matchAll(/^\s*'(\w+)', \/\/ \S.*\S$/gm)].map(([, name]) => name);
  expect(withReason).toEqual([...PERMISSIONS, ...OPTIONAL]);
  expect(config).toMatch(/\/\/ \S.*\n\s*permissions: .*'offscreen'\]/);
});
