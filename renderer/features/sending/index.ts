export { dayList } from './day-list.queries';
export { SendLog, SendPage } from './deferred-parts';
