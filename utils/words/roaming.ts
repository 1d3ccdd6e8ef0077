export {
  otherComputers as OTHER_COMPUTERS,
  roams as ROAMS,
  roamsHint as ROAMS_HINT,
  roamingLeft,
  stopRoaming as STOP_ROAMING,
  stopRoamingHint as STOP_ROAMING_HINT,
  takeOff as TAKE_OFF,
  takeOffHint as TAKE_OFF_HINT,
} from './en/settings.json';
