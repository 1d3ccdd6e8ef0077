export {
  otherComputers as OTHER_COMPUTERS,
  roams as ROAMS,
  roamsHint as ROAMS_HINT,
  roamingLeft,
  stopRoaming as STOP_ROAMING,
  stopRoamingHint as STOP_ROAMING_HINT,
} from './en/settings.json';
