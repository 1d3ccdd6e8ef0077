export const CONNECTION = 'Connection';
export const STAYING_CONNECTED = 'Staying connected';
export const OTHER_BROWSER = 'Another browser';
export const TROPHY_SETTINGS = 'Games and trophies';
export const SECRETS_HINT =
  'Otherwise the name and text of a secret trophy that you have not earned are covered until you click.';
export const NOTHING_CONNECTED = 'Connect to see your trophies here.';
export const SHOW_PICTURES = 'Show pictures from PlayStation';
export const PICTURES_HINT =
  'Covers, icons and avatars come from Sony. Without them initials stand there, and nothing is asked for them.';
