export { ActivitySection } from './activity-section';
