export { StepPlacements } from './placements/step-placements';
export { StepScripts } from './scripts/step-scripts';
export { SegmentTool } from './segment/segment-tool';
