export { SopPage } from './sop-area';
