export { AutoReplyTool } from './auto-reply/auto-reply-tool';
export { useToolRecords } from './counts/use-tool-records';
export { GuidePageTool } from './guide-page/guide-page-tool';
export { JumpTool } from './jump/jump-tool';
export { LimitMeter } from './limits/limit-meter';
export { PlacementsTool } from './placements/placements-tool';
export { StepScripts } from './scripts/step-scripts';
export { SegmentTool } from './segment/segment-tool';
