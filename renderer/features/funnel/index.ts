export { ComparisonTable } from './compare/comparison-table';
export { FunnelPage } from './deferred-page';
export { useShares } from './figures/use-shares';
export { FunnelPanel } from './funnel-panel';
export { useFunnel } from './use-funnel';
