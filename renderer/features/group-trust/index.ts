export { TrustPage } from './trust-page';
export { TrustSection } from './trust-section';
