import { type StarterWeek, starterWeekSchema } from '@shared/domain/calendar/week-template.rules';
import { z } from 'zod';
import stored from '../../../../resources/week-templates/starter-weeks.json';

/** Weeks that come with the console, to begin from. */
export const starterWeeks: readonly StarterWeek[] = z.array(starterWeekSchema).parse(stored);
