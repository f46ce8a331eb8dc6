export { CheckedLine } from './checked-line';
export { ComplianceChip } from './compliance-chip';
export { CheckPage } from './deferred-parts';
export { useOwnWords } from './own-words.queries';
export { CheckedText } from './text/checked-text';
export { useItemOverrides } from './use-item-overrides';
