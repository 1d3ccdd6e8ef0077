export {
  connection as CONNECTION,
  stayingConnected as STAYING_CONNECTED,
  daysZone as DAYS_ZONE,
  daysZoneHint as DAYS_ZONE_HINT,
  otherBrowser as OTHER_BROWSER,
  trophySettings as TROPHY_SETTINGS,
  secretsHint as SECRETS_HINT,
  nothingConnected as NOTHING_CONNECTED,
  showPictures as SHOW_PICTURES,
  picturesHint as PICTURES_HINT,
} from './en/settings.json';
