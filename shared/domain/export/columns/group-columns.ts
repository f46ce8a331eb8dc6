import type { ExportColumn } from '../export-column';

/** Member lists of groups: one row for each list. */
export const ROSTER_LIST_COLUMNS = [
  { key: 'group', zh: '社群', en: 'Group', type: 'text' },
  { key: 'day', zh: '名单日期', en: 'Day of the list', type: 'day' },
  { key: 'total', zh: '名单人数', en: 'People on the list', type: 'integer' },
  { key: 'joined', zh: '新进', en: 'Joined', type: 'integer' },
  { key: 'left', zh: '离开', en: 'Left', type: 'integer' },
  { key: 'stayed', zh: '还在', en: 'Stayed', type: 'integer' },
  { key: 'unknown', zh: '不认识', en: 'Unknown', type: 'integer' },
  { key: 'violators', zh: '昵称不合', en: 'Nickname off', type: 'integer' },
  { key: 'by', zh: '谁存的', en: 'Saved by', type: 'text' },
  { key: 'note', zh: '备注', en: 'Note', type: 'text' },
] as const satisfies readonly ExportColumn[];
export type RosterListColumnKey = (typeof ROSTER_LIST_COLUMNS)[number]['key'];

/** What a list says of each person: who joined, left, stayed, and names that nobody knows. */
export const ROSTER_PEOPLE_COLUMNS = [
  { key: 'group', zh: '社群', en: 'Group', type: 'text' },
  { key: 'day', zh: '名单日期', en: 'Day of the list', type: 'day' },
  { key: 'nickname', zh: '群昵称', en: 'Group nickname', type: 'text', isPersonal: true },
  { key: 'name', zh: '姓名', en: 'Name', type: 'text', isPersonal: true },
  { key: 'phone', zh: '手机号', en: 'Phone', type: 'phone', isPersonal: true },
  { key: 'state', zh: '进出', en: 'Came or went', type: 'text' },
  { key: 'nicknameOff', zh: '昵称不合', en: 'Nickname off', type: 'text' },
  { key: 'memberId', zh: '群舵编号', en: 'Qunduo ID', type: 'id' },
] as const satisfies readonly ExportColumn[];
export type RosterPersonColumnKey = (typeof ROSTER_PEOPLE_COLUMNS)[number]['key'];
