import type { ExportColumn } from '../export-column';

const WHO = [
  { key: 'name', zh: '姓名', en: 'Name', type: 'text', isPersonal: true },
  { key: 'phone', zh: '手机号', en: 'Phone', type: 'phone', isPersonal: true },
] as const satisfies readonly ExportColumn[];
const MEMBER_ID = { key: 'memberId', zh: '群舵编号', en: 'Qunduo ID', type: 'id' } as const;

export const TAG_COLUMNS = [
  { key: 'name', zh: '标签', en: 'Tag', type: 'text' },
  { key: 'kind', zh: '标签类型', en: 'Kind of tag', type: 'text' },
  { key: 'members', zh: '人数', en: 'People', type: 'integer' },
  { key: 'note', zh: '含义', en: 'Meaning', type: 'text' },
] as const satisfies readonly ExportColumn[];
export type TagColumnKey = (typeof TAG_COLUMNS)[number]['key'];

/** Who carries which tag: one row for each. Read back as a roster, it adds nothing. */
export const TAG_ASSIGNMENT_COLUMNS = [
  ...WHO,
  { key: 'tag', zh: '标签', en: 'Tag', type: 'text' },
  { key: 'source', zh: '标签来历', en: 'Tagged by', type: 'text' },
  { key: 'at', zh: '打标时间', en: 'Tagged at', type: 'moment' },
  { key: 'reason', zh: '打标原因', en: 'Why tagged', type: 'text' },
  MEMBER_ID,
] as const satisfies readonly ExportColumn[];
export type TagAssignmentColumnKey = (typeof TAG_ASSIGNMENT_COLUMNS)[number]['key'];

export const MEMBERSHIP_COLUMNS = [
  ...WHO,
  { key: 'group', zh: '社群', en: 'Group', type: 'text' },
  { key: 'role', zh: '群内角色', en: 'Role in group', type: 'text' },
  { key: 'joinedAt', zh: '进群时间', en: 'Entered group', type: 'moment' },
  { key: 'leftAt', zh: '离群时间', en: 'Left group', type: 'moment' },
  MEMBER_ID,
] as const satisfies readonly ExportColumn[];
export type MembershipColumnKey = (typeof MEMBERSHIP_COLUMNS)[number]['key'];

export const INTERACTION_COLUMNS = [
  ...WHO,
  { key: 'kind', zh: '互动类型', en: 'Kind', type: 'text' },
  { key: 'at', zh: '互动时间', en: 'Time', type: 'moment' },
  { key: 'text', zh: '内容', en: 'Text', type: 'text' },
  { key: 'value', zh: '评分', en: 'Score', type: 'number' },
  { key: 'group', zh: '社群', en: 'Group', type: 'text' },
  MEMBER_ID,
] as const satisfies readonly ExportColumn[];
export type InteractionColumnKey = (typeof INTERACTION_COLUMNS)[number]['key'];

export const RISK_COLUMNS = [
  ...WHO,
  { key: 'wechatId', zh: '微信号', en: 'WeChat ID', type: 'id', isPersonal: true },
  { key: 'address', zh: '地址', en: 'Address', type: 'text', isPersonal: true },
  { key: 'level', zh: '风险等级', en: 'Risk level', type: 'text' },
  { key: 'reason', zh: '原因', en: 'Reason', type: 'text' },
  { key: 'evidence', zh: '证据', en: 'Evidence', type: 'text' },
  { key: 'appeal', zh: '申诉', en: 'Appeal', type: 'text' },
  { key: 'at', zh: '登记时间', en: 'Listed at', type: 'moment' },
  { key: 'expiresAt', zh: '失效时间', en: 'Expires at', type: 'moment' },
  { ...MEMBER_ID, isExtra: true },
] as const satisfies readonly ExportColumn[];
export type RiskColumnKey = (typeof RISK_COLUMNS)[number]['key'];
