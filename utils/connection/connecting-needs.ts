import type {
  ConnectionBrowser,
  ConnectionLibrary,
  ConnectionRecord,
  Exclusively,
  PastedNpsso,
  PsnProfile,
  PsnSession,
  PsnTokens,
  Vault,
} from './ports';

/** What connecting needs of everybody else. */
export interface ConnectingNeeds {
  session: PsnSession;
  tokens: PsnTokens;
  profile: PsnProfile;
  vault: Vault;
  record: ConnectionRecord;
  pasted: PastedNpsso;
  browser: ConnectionBrowser;
  library: ConnectionLibrary;
  exclusively: Exclusively;
}
