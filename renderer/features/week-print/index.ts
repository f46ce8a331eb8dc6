export { PrintButtons } from './print-buttons';
export { sheetTitle } from './sheet-title';
export { weekRange } from './week-range';
