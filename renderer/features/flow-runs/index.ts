export { builtInTemplates } from './built-in-templates';
export { FLOW_STORES, loadFlow, momentOf, saveChange } from './flow-store';
export { findTemplate, newestTemplates } from './load-template';
export { addRunEvent } from './run-story';
