export { lastPlayedGames as LAST_PLAYED_GAMES } from './en/popup.json';
