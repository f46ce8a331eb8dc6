export { boardMessages } from './board.messages';
export { BoardPage } from './board-page';
export { GroupsNeedYou } from './groups-need-you';
export { Light } from './light';
