export { ItemResults } from './figures/item-results';
export { ResultsPage } from './results-page-deferred';
