export { hasErrors, useSegmentCount } from './count/use-segment-count';
export { RuleBuilder, SegmentsPage } from './deferred-parts';
export { ExplainedTree } from './explain/explained-tree';
export { clearPeopleChoice, type PeopleChoice, showPeople, usePeopleChoice } from './people-choice';
export { type PickedSegment, SegmentPicker } from './segment-picker';
export { saveSegment, takeSnapshot } from './segments.commands';
export { RuleSentence } from './words/rule-sentence';
export { useRuleWords } from './words/use-rule-words';
