export { builtInTemplates } from './built-in-templates';
export { FLOW_STORES, loadFlow, momentOf, saveChange } from './flow-store';
export { freeTitle } from './free-title';
export { findTemplate, newestTemplates } from './load-template';
export { addRunEvent } from './run-story';
export { createRun, startRun } from './start-run.commands';
