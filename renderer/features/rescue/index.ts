export { RescueDialog, RescuePage } from './deferred-parts';
export { RescueTasks, RescueToday } from './rescue-lines';
