/** Where Sony keeps covers, trophy pictures and avatars: the pages' policy allows these, and no other host's picture is asked for. */
export const PICTURE_HOSTS: readonly string[] = [
  'image.api.playstation.com',
  'psnobj.prod.dl.playstation.net',
  'static-resource.np.community.playstation.net',
  'psn-rsc.prod.dl.playstation.net',
];

/** A picture that we have drawn ourselves, for a library that is made up. */
const DRAWN = /^\/made-up\/[a-z\d-]+\.svg$/;

/** What a page may draw: a picture of ours, or one of Sony's; null for any other. */
export function pictureSource(stored: string | null): string | null {
  return stored !== null && DRAWN.test(stored) ? stored : pictureUrl(stored);
}

/** The address of a picture of Sony's over https, or null. Sony still names avatars by `http:`; the hosts answer on both. */
export function pictureUrl(said: string | null | undefined): string | null {
  const secure = said?.replace(/^http:/i, 'https:') ?? '';
  const url = URL.canParse(secure) ? new URL(secure) : null;
  const isSonys = url?.protocol === 'https:' && PICTURE_HOSTS.includes(url.host);
  return isSonys && url.username === '' && url.password === '' ? secure : null;
}
