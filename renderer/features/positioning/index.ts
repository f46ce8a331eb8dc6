export { PositioningPage } from './positioning-page';
export { PositioningLine, PositioningPicker } from './positioning-picker';
