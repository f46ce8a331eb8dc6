export { GroupForm } from './group-form';
export { currentMemberships, type GroupWithCount } from './groups.queries';
export { GroupsPage } from './groups-page';
export { useGroups } from './use-groups';
