export { PositioningPage } from './positioning-page';
