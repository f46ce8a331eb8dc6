export { hasSample, removeSample } from './sample';
export { readTodayAhead } from './today-ahead';
export { TodayPage } from './today-page';
