export {
  connection as CONNECTION,
  stayingConnected as STAYING_CONNECTED,
  otherBrowser as OTHER_BROWSER,
  trophySettings as TROPHY_SETTINGS,
  secretsHint as SECRETS_HINT,
  nothingConnected as NOTHING_CONNECTED,
  showPictures as SHOW_PICTURES,
  picturesHint as PICTURES_HINT,
} from './en/settings.json';
