/** The pages of one group, in the order of their tabs. */
export const GROUP_SECTIONS = [
  'overview',
  'people',
  'lists',
  'activity',
  'trust',
  'worth',
  'rules',
  'transfer',
] as const;
export type GroupSection = (typeof GROUP_SECTIONS)[number];

/** Where a page of a group is found. */
export const groupAddress = (groupId: string, section: GroupSection = 'overview'): string =>
  section === 'overview' ? `/groups/group/${groupId}` : `/groups/group/${groupId}/${section}`;
