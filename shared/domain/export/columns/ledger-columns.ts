import type { ExportColumn } from '../export-column';

/** The ledger of rules: one row for each entry, the latest first, withdrawn ones among them. */
export const RULE_ENTRY_COLUMNS = [
  { key: 'name', zh: '姓名', en: 'Name', type: 'text', isPersonal: true },
  { key: 'phone', zh: '手机号', en: 'Phone', type: 'phone', isPersonal: true },
  { key: 'group', zh: '社群', en: 'Group', type: 'text' },
  { key: 'kind', zh: '奖惩', en: 'Reward or penalty', type: 'text' },
  { key: 'what', zh: '事由', en: 'For what', type: 'text' },
  { key: 'rule', zh: '对应群规', en: 'By which rule', type: 'text' },
  { key: 'points', zh: '积分', en: 'Points', type: 'integer' },
  { key: 'amountFen', zh: '成本', en: 'Cost', type: 'money' },
  { key: 'at', zh: '记录时间', en: 'Entered at', type: 'moment' },
  { key: 'by', zh: '记录人', en: 'Entered by', type: 'text' },
  { key: 'givenAt', zh: '发放时间', en: 'Given at', type: 'moment' },
  { key: 'appeal', zh: '申诉', en: 'Appeal', type: 'text' },
  { key: 'outcome', zh: '裁定', en: 'Decision', type: 'text' },
  { key: 'why', zh: '裁定理由', en: 'Reason of the decision', type: 'text' },
  { key: 'memberId', zh: '群舵编号', en: 'Qunduo ID', type: 'id' },
] as const satisfies readonly ExportColumn[];
export type RuleEntryColumnKey = (typeof RULE_ENTRY_COLUMNS)[number]['key'];
