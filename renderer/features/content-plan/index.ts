export { useSayDropWarnings } from './warnings/drop-warnings';
export { PlanWarnings } from './warnings/plan-warnings';
export { readDropWarnings, usePlanWarnings } from './warnings/use-plan-warnings';
