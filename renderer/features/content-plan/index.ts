export { ColumnsTab } from './page/columns-tab';
export { PlaceMenu } from './place/place-menu';
export { StartFromTemplate } from './place/start-from-template';
export { RepeatField } from './repeat/repeat-field';
export { useRepeatsAhead } from './repeat/use-repeats-ahead';
export { useSayDropWarnings } from './warnings/drop-warnings';
export { PlanWarnings } from './warnings/plan-warnings';
export { readDropWarnings, usePlanWarnings } from './warnings/use-plan-warnings';
