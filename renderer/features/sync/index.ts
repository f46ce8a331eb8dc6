export { SyncChip } from './chip/sync-chip';
export { SyncTab } from './sync-tab';
