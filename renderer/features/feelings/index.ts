export { FeelingsPage } from './feelings-page';
