export { PlacementTool } from './placement-tool';
export { usePlacedByRun } from './use-placed';
