export { GrowthValuePage } from './growth-value-page';
