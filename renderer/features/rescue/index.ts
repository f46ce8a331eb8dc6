export { RescueDialog } from './rescue-dialog';
export { RescueTasks, RescueToday } from './rescue-lines';
export { RescuePage } from './rescue-page';
