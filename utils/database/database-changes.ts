import { Dexie, RangeSet, type ObservabilitySet } from 'dexie';
import { databaseName } from './library-name';
import { LIBRARY_DATABASE, OTHER_DATABASES } from './our-databases';

/** Which databases are meant, by their names. */
export type WhichDatabases = (name: string) => boolean;

export function databaseOfLibrary(accountId: string): WhichDatabases {
  const ours = databaseName(accountId);
  return (name) => name === ours;
}

/** @param accountId whose library is not meant; null where all are */
export function librariesBesides(accountId: string | null): WhichDatabases {
  const ours = accountId === null ? null : databaseName(accountId);
  return (name) => LIBRARY_DATABASE.test(name) && name !== ours;
}

/** The copies that are read here, or were restored. */
export function databasesOfCopies(): WhichDatabases {
  const ours: string[] = [OTHER_DATABASES.restore, OTHER_DATABASES.otherRestore];
  return (name) => ours.includes(name);
}

/** Calls after any page or worker has changed one of these, or deleted it. What it hands back ends that. */
export function onDatabaseChange(isMeant: WhichDatabases, heard: () => void): () => void {
  const note = (places: ObservabilitySet): void => {
    if ('all' in places || Object.keys(places).some((place) => isMeant(databaseAt(place)))) heard();
  };
  Dexie.on('storagemutated', note);
  return () => Dexie.on.storagemutated.unsubscribe(note);
}

/** Dexie tells every context of what is written, and of what is deleted none. */
export function tellDeleted(name: string): void {
  Dexie.on.storagemutated.fire({ [`idb://${name}/`]: new RangeSet() });
}

/** `idb://database/table/index` */
function databaseAt(place: string): string {
  return place.split('/')[2] ?? '';
}
