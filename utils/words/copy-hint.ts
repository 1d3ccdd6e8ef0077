export {
  copiesStopped as COPIES_STOPPED,
  lacksCopy as LACKS_COPY,
  toCopies as TO_COPIES,
} from './en/copies.json';
