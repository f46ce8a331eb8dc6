export { candidatesOf, placingWorld } from './inside-groups';
export { refuseDissolved } from './living-group';
export {
  FULL_STORES,
  fillGroup,
  noteIfFull,
  startGroupFlows,
} from './phase-flows';
