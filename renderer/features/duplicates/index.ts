export { DuplicatesPage } from './duplicates-page';
export { MergeChosenDialog } from './merge-chosen-dialog';
