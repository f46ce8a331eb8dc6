export { FlowTemplatesPage } from './flow-templates-page';
