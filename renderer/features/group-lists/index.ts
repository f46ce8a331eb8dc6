export { ListsSection } from './lists-section';
