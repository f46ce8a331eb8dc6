export { BoardPage } from './board-page';
export { GroupsNeedYou } from './groups-need-you';
