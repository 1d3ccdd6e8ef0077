import type { Connection } from '../domain/connection';
import { publishStatus, readStatus } from './status';

/** The connection record is the status that pages follow: there is no second copy to keep in step. */
export const connectionRecord = {
  async read(): Promise<Connection> {
    return (await readStatus()).connection;
  },

  write(connection: Connection): Promise<void> {
    return publishStatus({ connection });
  },
};
