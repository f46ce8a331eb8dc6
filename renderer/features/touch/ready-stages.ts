import { touchPlanSchema } from '@shared/domain/touch/touch.schema';
import five from '../../../resources/touch/five-touches.json';

/** The five touches that a new plan begins with. */
export const readyStages = touchPlanSchema.pick({ stages: true }).parse(five).stages;
