export { lacksCopy as LACKS_COPY, toCopies as TO_COPIES } from './en/copies.json';
