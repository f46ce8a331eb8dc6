export { TouchPage } from './deferred-parts';
export { TodayTouches } from './today-touches';
export { useDueTouches } from './use-due-touches';
