import { type SopTemplate, sopTemplateSchema } from '@shared/domain/sop/sop.schema';
import trafficSevenSteps from '../../../resources/templates/sop-traffic-7-steps.json';

/** The flows that come with the console, as data; a workspace's own versions go before them. */
const builtInTemplates: readonly SopTemplate[] = [sopTemplateSchema.parse(trafficSevenSteps)];

export const TRAFFIC_TEMPLATE_KEY = 'traffic-7-steps';

export function findBuiltInTemplate(key: string): SopTemplate | undefined {
  return builtInTemplates.find((template) => template.key === key);
}
