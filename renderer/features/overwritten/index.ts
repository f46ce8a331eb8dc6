export { OverwrittenList } from './overwritten-list';
export { useRecordWords } from './use-record-words';
export { ValueText } from './value-text';
