export { FunnelPanel } from './funnel-panel';
