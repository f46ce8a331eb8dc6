export { TouchPage } from './touch-page';
