export { candidatesOf, placingWorld } from './inside-groups';
