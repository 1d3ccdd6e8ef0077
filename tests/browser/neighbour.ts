import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const NEIGHBOUR_ADDON_ID = 'neighbour@neighbour.invalid';
export const NEIGHBOUR_SITE = 'https://www.playstation.com/home';

/** Sends what it is given to an extension, from wherever it runs, and answers what became of each. */
export const SEND = `async (id, messages) => {
  const { runtime } = globalThis.browser ?? globalThis.chrome ?? {};
  if (runtime?.sendMessage === undefined) return messages.map(() => 'no way to send');
  const outcomes = [];
  for (const message of messages) {
    try {
      outcomes.push(JSON.stringify({ answer: (await runtime.sendMessage(id, message)) ?? null }));
    } catch (error) {
      outcomes.push(String(error.message));
    }
    const port = runtime.connect(id);
    const ended = new Promise((resolve) => port.onDisconnect.addListener(resolve));
    port.postMessage(message);
    await ended;
  }
  return outcomes;
}`;

/** Passes on what the page asks for, and what became of it: the page cannot reach a content script otherwise. */
const CONTENT_SCRIPT = `
addEventListener('message', async ({ data }) => {
  if (data.ask === undefined) return;
  postMessage({ told: await (${SEND})(...data.ask) });
});`;

/** Somebody else's extension: a page, a script on a site, and leave for that site to send messages to extensions. */
export function writeNeighbour(folder: string): void {
  const manifest = {
    manifest_version: 3,
    name: 'Neighbour',
    version: '1',
    content_scripts: [{ matches: ['https://www.playstation.com/*'], js: ['content.js'] }],
    externally_connectable: { matches: ['https://www.playstation.com/*'] },
    browser_specific_settings: { gecko: { id: NEIGHBOUR_ADDON_ID } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Neighbour</title>');
  writeFileSync(join(folder, 'content.js'), CONTENT_SCRIPT);
}

/** What Chromium calls an unpacked extension: its folder's hash, in the letters from a to p. */
export function unpackedId(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}
