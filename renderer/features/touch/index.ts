export { TodayTouches } from './today-touches';
export { TouchPage } from './touch-page';
