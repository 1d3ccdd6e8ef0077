/** Where Sony keeps covers, trophy pictures and avatars: the pages' policy allows these, and no other host's picture is asked for. */
export const PICTURE_HOSTS: readonly string[] = [
  'image.api.playstation.com',
  'psnobj.prod.dl.playstation.net',
  'static-resource.np.community.playstation.net',
  'psn-rsc.prod.dl.playstation.net',
];

/** The address of a picture of Sony's over https, or null. Sony still names avatars by `http:`; the hosts answer on both. */
export function pictureUrl(said: string | null | undefined): string | null {
  const secure = said?.replace(/^http:/i, 'https:') ?? '';
  const url = URL.canParse(secure) ? new URL(secure) : null;
  const isSonys = url?.protocol === 'https:' && PICTURE_HOSTS.includes(url.host);
  return isSonys && url.username === '' && url.password === '' ? secure : null;
}
