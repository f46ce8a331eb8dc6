export { candidatesOf, placingWorld } from './inside-groups';
export {
  FULL_STORES,
  fillGroup,
  noteIfFull,
  startGroupFlows,
} from './phase-flows';
