export { MemberMenuItems } from './member-menu-items';
