import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import { defineConfig, type Entrypoint } from 'wxt';
import { aheadBothWays } from './ahead-both-ways';
import { lateStyles } from './late-styles';
import { libraryForms } from './library-forms';
import { minifiedTwice } from './minified-twice';
import { mountOnly } from './mount-only';
import { oneWorkerFile } from './one-worker-file';
import { plainItems } from './plain-items';
import { staticIcons } from './static-icons';
import { styleDirectives } from './style-directives';
import { smallDexie } from './small-dexie';
import { smallPolyfill } from './small-polyfill';
import { words } from './words-plugin';
import { PICTURE_HOSTS } from './utils/domain/picture-hosts';

/** The two hosts that Trophy Shelf talks to: sign-in and tokens; trophies, played games and profile. */
const SONY_HOSTS = ['https://ca.account.sony.com', 'https://m.np.playstation.com'];

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `connect-src ${SONY_HOSTS.join(' ')}`,
  "worker-src 'self'",
  `img-src 'self' data: blob: ${PICTURE_HOSTS.map((host) => `https://${host}`).join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Hot reload needs its own scripts, styles and socket on this machine; the shipped build never does. */
const DEVELOPMENT_POLICY = POLICY.replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline'",
).replace('connect-src', 'connect-src ws://localhost:* http://localhost:*');

/** Each permission with its reason. `tests/architecture/permissions.test.ts` holds the built manifest to this list. */
const PERMISSIONS = [
  'storage', // the connection, the settings and the snapshot that pages open with
  'unlimitedStorage', // without it the browser may evict the library
  'alarms', // finishing interrupted work, renewing, the badge at the minute it changes
  'webRequest', // reading the sign-in code from one redirect of Sony's, observing only
  'declarativeNetRequestWithHostAccess', // our own token request leaves without Origin and cookies
];

/** Asked for when the player switches on what needs them. */
const OPTIONAL_PERMISSIONS = [
  'notifications', // a warning before the connection ends, and news
  'downloads', // copies of the library that make themselves, in the folder for downloads
];

/** What a page is built with. Every browser's own interface does for one: the polyfill is 10 kB that it would wait for. */
const OF_PAGES = {
  resolve: { alias: { 'wxt/browser': fileURLToPath(import.meta.resolve('wxt/browser')) } },
  build: {
    rolldownOptions: {
      // What it waits for is one file: many small ones pack worse.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
};

/** What most of them share; what only some need, charts first of all, is left to those. */
const OF_MOST_PAGES =
  /\/(?:components\/(?:app|basics|game|library|log|sync|title)|utils\/(?:domain|format|page|words)|@lucide)\//;

/** And what pages that come later share is one file too: of forty each asks for the next where it is there itself. */
const OF_LATER_PAGES = {
  build: {
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [...libraryForms(), { name: 'shared', test: OF_MOST_PAGES, minShareCount: 3 }],
        },
      },
    },
  },
};

type Group = Entrypoint | Entrypoint[];

/** Pages that are built apart from the others. */
const ALONE = ['popup', 'copying'];

function withSomeAlone(group: Group): Group[] {
  if (!Array.isArray(group)) return [group];
  const isAlone = ({ name }: Entrypoint): boolean => ALONE.includes(name);
  return [
    ...group.filter(isAlone).map((entrypoint) => [entrypoint]),
    group.filter((entrypoint) => !isAlone(entrypoint)),
  ];
}

export default defineConfig({
  vite: ({ browser, command }) => ({
    plugins: [
      aheadBothWays(),
      words(),
      staticIcons(),
      lateStyles(),
      mountOnly(),
      plainItems(),
      styleDirectives(),
      smallDexie(),
      smallPolyfill(),
      // In Firefox it is a page's script, which loads more than one thing later.
      ...(browser === 'firefox' || command === 'serve' ? [] : [oneWorkerFile(), minifiedTwice()]),
    ],
    // The same without what browsers of ten years ago would need.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    // What makes files for the options page: it reads the library as pages do.
    worker: { plugins: () => [smallDexie()] },
    // Every browser that this runs in loads modules ahead by itself.
    build: { modulePreload: false },
  }),
  hooks: {
    // `imports: false` leaves the plugin in, which takes a name of ours (`storage`) for one of WXT's and imports that.
    'config:resolved'({ config }) {
      config.imports.presets = [];
      config.imports.imports = [];
    },
    // Together with the options page it would share, and so wait for, what only that page needs.
    'entrypoints:grouped'(_, groups) {
      groups.splice(0, groups.length, ...groups.flatMap(withSomeAlone));
    },
    'vite:build:extendConfig'([entrypoint], config) {
      const isPage = ['popup', 'options', 'unlisted-page'].includes(entrypoint?.type ?? '');
      if (isPage) Object.assign(config, mergeConfig(config, OF_PAGES));
      if (entrypoint?.type === 'options')
        Object.assign(config, mergeConfig(config, OF_LATER_PAGES));
      // What runs before a page.
      if (entrypoint?.type === 'unlisted-script')
        Object.assign(config, mergeConfig(config, { resolve: OF_PAGES.resolve }));
    },
  },
  modules: ['@wxt-dev/module-svelte', '@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  // Each of its files names its styles by it, in every tag.
  svelte: {
    vite: {
      compilerOptions: {
        cssHash: ({ hash, filename }) => `s${hash(filename)}`,
        discloseVersion: false,
        // Nothing of ours is written in Svelte's earlier way: what runs that is left out.
        runes: true,
      },
    },
  },
  imports: false,
  manifestVersion: 3,
  autoIcons: { baseIconPath: 'public/icon.svg', developmentIndicator: false },
  manifest: ({ browser, command }) => ({
    name: 'Trophy Shelf',
    description:
      'Your PlayStation trophies on your own machine. Connect in one click: there is nothing to copy.',
    // Chromium's worker has no address for a file: a page without a window makes it.
    permissions: browser === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'offscreen'],
    optional_permissions: OPTIONAL_PERMISSIONS,
    host_permissions: SONY_HOSTS.map((host) => `${host}/*`),
    content_security_policy: {
      extension_pages: command === 'serve' ? DEVELOPMENT_POLICY : POLICY,
    },
    action: { default_title: 'Trophy Shelf' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'trophy-shelf@trophy-shelf.invalid',
              strict_min_version: '142.0',
              // The sign-in goes to Sony, whose sign-in it is, and to nobody else.
              data_collection_permissions: { required: ['authenticationInfo'] },
            },
          },
        }
      : { minimum_chrome_version: '122' }),
  }),
});
