export { HandOffTab } from './hand-off-tab';
