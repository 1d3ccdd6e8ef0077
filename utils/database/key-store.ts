import { Dexie, type Table } from 'dexie';
import { OTHER_DATABASES } from './our-databases';
import { storable, writtenWithRoom } from './storage-failure';

/** The database that holds the one half of the key; the other half is in `storage.local`. */
const NAME = OTHER_DATABASES.key;

/** Keeps a key that can be used but not read out. Never names what it is for: that is the vault's business. */
export class DexieKeyHalfStore {
  readonly #database = new Dexie(NAME);
  readonly #keys: Table<CryptoKey, string>;

  constructor() {
    this.#database.version(1).stores({ keys: '' });
    this.#keys = this.#database.table('keys');
  }

  async read(name: string): Promise<CryptoKey | null> {
    return (await storable(this.#keys.get(name))) ?? null;
  }

  async write(name: string, key: CryptoKey): Promise<void> {
    await writtenWithRoom(() => this.#keys.put(key, name));
  }

  async erase(): Promise<void> {
    await storable(this.#database.delete({ disableAutoOpen: false }));
  }
}
