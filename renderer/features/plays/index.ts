export { PlayPanel } from './detail/play-panel';
export { PlayList } from './list/play-list';
export { StartPlayDialog } from './start/start-play-dialog';
