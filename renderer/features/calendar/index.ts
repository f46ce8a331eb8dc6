export { CalendarPage } from './calendar-area';
