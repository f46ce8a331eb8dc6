export { FunnelPage } from './detail/funnel-page';
export { FunnelPanel } from './funnel-panel';
