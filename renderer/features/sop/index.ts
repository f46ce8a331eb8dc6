export { SopPage } from './sop-page';
