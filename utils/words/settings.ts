export const CONNECTION = 'Connection';
export const STAYING_CONNECTED = 'Staying connected';
export const OTHER_BROWSER = 'Another browser';
export const NOTHING_CONNECTED = 'Connect to see your trophies here.';
