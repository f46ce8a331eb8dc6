export { CalendarPage } from './calendar-page';
export { useColumns } from './columns';
