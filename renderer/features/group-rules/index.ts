export { RulesPage } from './rules-page';
export { RulesSection } from './rules-section';
