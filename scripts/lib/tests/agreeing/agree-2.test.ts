import { playSchedules } from './play-schedules';

playSchedules(2);
