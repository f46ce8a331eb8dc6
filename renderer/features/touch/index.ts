export { TodayTouches } from './today-touches';
export { TouchPage } from './touch-page';
export { useDueTouches } from './use-due-touches';
