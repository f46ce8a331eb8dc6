export { ExperimentsPage } from './experiments-page-deferred';
export { ItemExperiment } from './item-experiment';
