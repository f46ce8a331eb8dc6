export { RelayButton } from './relay-button';
