export type GameCategory =
  | 'ps4_game'
  | 'ps5_native_game'
  | 'pspc_game'
  | 'unknown'
  | 'ps5_native_media_app'
  | 'ps5_web_based_media_app';

/** One entry of the played list: a game edition or a media app, with the trophy sets that it feeds. */
export interface PlayedGame {
  npTitleId: string;
  name: string;
  category: GameCategory;
  service: 'none(purchased)' | 'ps_plus' | 'other' | 'none_purchased';
  playCount: number;
  firstPlayedAt: number;
  lastPlayedAt: number;
  /** Seconds. */
  duration: number;
  npCommunicationIds: string[];
}
