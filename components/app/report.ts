/** All that only a copied report needs: together, so that it is one chunk, loaded when it is wanted. */
export { readStatus } from '../../utils/status/read';
export { readConnectionHistory } from '../../utils/status/read-history';
export { reportOf } from '../../utils/words/failure-report';
