import { registry } from '../registry';

const { cold } = registry.members.storage;

/**
 * Whether a member's field lies in the cold half of its pages (gender, birthday, address, note, ids of
 * other systems), which is read only when somebody asks for it.
 */
export const isDetail = (field: string): boolean => Object.hasOwn(cold, field);
