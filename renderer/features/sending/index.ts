export { SendLog, SendPage } from './deferred-parts';
export { SlotProgress } from './slot-progress';
export { useDayList } from './use-day-list';
export { useOverdueLines } from './use-overdue-lines';
