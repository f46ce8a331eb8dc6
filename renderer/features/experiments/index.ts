export { ExperimentsPage } from './experiments-page-deferred';
