export { readConnectionHistory } from '../../utils/status/read-history';
export { reportOf } from '../../utils/words/failure-report';
