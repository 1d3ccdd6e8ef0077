import type { Connection } from '../domain/connection';
import { inTurn } from './in-turn';
import { publishStatus, readStatus } from './status';

/** The connection record is the status that pages follow: there is no second copy to keep in step. */
export const connectionRecord = {
  async read(): Promise<Connection> {
    return (await readStatus()).connection;
  },

  write: (connection: Connection): Promise<void> => inTurn(() => publishStatus({ connection })),

  change: (update: (current: Connection) => Connection): Promise<void> =>
    inTurn(async () => {
      const { connection } = await readStatus();
      const changed = update(connection);
      if (changed !== connection) await publishStatus({ connection: changed });
    }),
};
