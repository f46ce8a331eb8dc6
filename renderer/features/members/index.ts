export { MembersPage } from './members-area';
