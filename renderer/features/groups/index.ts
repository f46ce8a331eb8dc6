export { GroupBar } from './group-bar';
export { GroupForm } from './group-form';
export { openNextGroup } from './groups.commands';
export type { ClassBook, GroupWithCount } from './groups.queries';
export { GroupsPage } from './groups-area';
export { leaveWaitingList, placeByPlan, placeMembers } from './placing.commands';
export { placingMessages } from './placing.messages';
export { useClassBook, useGroups } from './use-groups';
export { useRefusalSentence } from './use-refusal-sentence';
