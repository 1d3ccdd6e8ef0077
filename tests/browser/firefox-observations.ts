import type { Marionette } from './marionette.ts';
import { ADDON_ID, ADDON_UUID } from './firefox-preferences.ts';

/** Runs in Firefox itself: notes the host of every request that the extension makes. */
const NOTE_HOSTS = `
  const [addonId] = args;
  const hosts = (globalThis.trophyShelfHosts ??= new Set());
  Services.obs.addObserver((subject) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { triggeringPrincipal, loadingPrincipal } = channel.loadInfo;
    const owners = [triggeringPrincipal?.addonId, loadingPrincipal?.addonId];
    if (owners.includes(addonId)) hosts.add(channel.URI.host);
  }, 'http-on-modify-request');`;

/** Runs in Firefox itself: what its console holds about the extension, warnings apart. */
const READ_ERRORS = `
  const [uuid] = args;
  return Services.console.getMessageArray()
    .filter((entry) => entry instanceof Ci.nsIScriptError && !(entry.flags & Ci.nsIScriptError.warningFlag))
    .filter((entry) => entry.sourceName.includes(uuid) || entry.errorMessage.includes(uuid))
    .map((entry) => [entry.category, entry.errorMessage]);`;

/**
 * What Firefox itself remarks when a page is left while the background still answers it, or the background is ended
 * while Firefox still does what it was asked for: players close a popup in the middle of a request, and nothing of the
 * extension's has failed. The unexpected error is Firefox's word for one of its own (`ExtensionCommon.sys.mjs`,
 * `normalizeError`); no code of ours is left to be told of it.
 */
const LEFT_PAGE =
  /^Promise (resolved (while context is inactive|after context unloaded)|rejected after context unloaded: (Actor 'Conduits' destroyed before query 'RuntimeMessage' was resolved|An unexpected error occurred))\s*$/;

/** Starts noting which hosts the extension asks for. */
export async function noteHosts(marionette: Marionette): Promise<void> {
  await marionette.execute(NOTE_HOSTS, [ADDON_ID], 'chrome');
}

/** The hosts that the extension has asked for over the network. */
export async function readHosts(marionette: Marionette): Promise<Set<string>> {
  const hosts = await marionette.execute('return [...globalThis.trophyShelfHosts];', [], 'chrome');
  return new Set(hosts as string[]);
}

/** Errors of the extension's pages and background, and what its content security policy blocked. */
export async function readErrors(
  marionette: Marionette,
): Promise<{ errors: string[]; policyViolations: string[] }> {
  const entries = (await marionette.execute(READ_ERRORS, [ADDON_UUID], 'chrome')) as string[][];
  const texts = (wanted: boolean) =>
    entries
      .filter(([category]) => (category ?? '').startsWith('CSP') === wanted)
      .map(([, text]) => text ?? '')
      .filter((text) => !LEFT_PAGE.test(text));
  return { errors: texts(false), policyViolations: texts(true) };
}
