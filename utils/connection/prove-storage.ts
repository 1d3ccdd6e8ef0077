import type { ConnectionLibrary, Exclusively, Vault } from './ports';

export interface ProvedStorage {
  vault: Pick<Vault, 'prove'>;
  library: Pick<ConnectionLibrary, 'prove'>;
  exclusively: Exclusively;
}

/**
 * Before Sony is asked: tokens that cannot be stored, or whose library does not open, help nobody. Fails with what
 * the browser says.
 * @param accountId whose library is here already; null for nobody's
 */
export async function proveStorage(
  { vault, library, exclusively }: ProvedStorage,
  accountId: string | null,
): Promise<void> {
  await exclusively('refresh', () => vault.prove());
  if (accountId !== null) await library.prove(accountId);
}
