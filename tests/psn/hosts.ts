/** Hosts that only serve pictures: covers, trophy icons, game art, avatars, real-name photos. */
export const PICTURE_HOSTS = [
  'image.api.playstation.com',
  'psnobj.prod.dl.playstation.net',
  'static-resource.np.community.playstation.net',
  'psn-rsc.prod.dl.playstation.net',
  'image.api.np.km.playstation.net',
] as const;

/** A site of somebody else's, for pages that a player may have open beside Sony's. */
export const FOREIGN_HOST = 'news.example';

/** Somebody else's too, and looks like Sony's. */
export const LOOK_ALIKE_HOST = `ca.account.sony.com.${FOREIGN_HOST}`;

/** Every host name of Sony's that the simulator answers for; launchers map these to its loopback port. */
export const SONY_HOSTS = [
  'ca.account.sony.com',
  'my.account.sony.com',
  'm.np.playstation.com',
  'web.np.playstation.com',
  'us-prof.np.community.playstation.net',
  'dms.api.playstation.com',
  'io.playstation.com',
  'www.playstation.com',
  'store.playstation.com',
  'my.playstation.com',
  'id.sonyentertainmentnetwork.com',
  ...PICTURE_HOSTS,
] as const;
