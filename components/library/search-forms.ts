import { titleFinder } from '../../utils/domain/library/library-search';
import { whileIdle } from '../app/while-idle';

/** Finds titles, and has names worked out while there is time: hands back what ends that. */
export default () => {
  const { find, prepare } = titleFinder();
  return {
    find,
    prepareAll: (names: readonly string[]) => whileIdle(names.values().map(prepare)),
  };
};
