export { PlacementsTool } from './placements/placements-tool';
export { StepScripts } from './scripts/step-scripts';
export { SegmentTool } from './segment/segment-tool';
