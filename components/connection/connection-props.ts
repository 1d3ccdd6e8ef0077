import type { Status } from '../../utils/status/status';
import type { Requests } from '../app/requests.svelte';

/** What is given to whatever says how the connection stands and asks for what it needs. */
export interface ConnectionProps {
  status: Status;
  requests: Requests;
  now: number;
}
