export { KocsPage } from './kocs-page';
