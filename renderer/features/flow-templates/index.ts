export { FlowTemplatesPage } from './flow-templates-page';
export { FlowDifferences } from './words/flow-differences';
