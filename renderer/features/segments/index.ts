export { RuleBuilder } from './builder/rule-builder';
export { hasErrors, useSegmentCount } from './count/use-segment-count';
export { clearPeopleChoice, type PeopleChoice, showPeople, usePeopleChoice } from './people-choice';
export { type PickedSegment, SegmentPicker } from './segment-picker';
export { saveSegment, takeSnapshot } from './segments.commands';
export { SegmentsPage } from './segments-page';
export { RuleSentence } from './words/rule-sentence';
export { useRuleWords } from './words/use-rule-words';
