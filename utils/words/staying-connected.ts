export {
  renewal as RENEWAL,
  renewalHint as RENEWAL_HINT,
  warn as WARN,
  warnHint as WARN_HINT,
  warnRefused as WARN_REFUSED,
} from './en/settings.json';
