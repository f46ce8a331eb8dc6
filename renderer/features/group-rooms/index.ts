export { candidatesOf, placingWorld } from './inside-groups';
export {
  type FlowLanguage,
  FULL_STORES,
  fillGroup,
  flowsWithPhase,
  noteIfFull,
  startGroupFlows,
} from './phase-flows';
