import type { ExportColumn } from '../export-column';

/** The keyword library; read back as such, it changes nothing. */
export const REPLY_COLUMNS = [
  { key: 'keyword', zh: '关键词', en: 'Keyword', type: 'text' },
  { key: 'synonyms', zh: '同义词', en: 'Synonyms', type: 'text' },
  { key: 'answer', zh: '答案', en: 'Answer', type: 'text' },
  { key: 'category', zh: '分类', en: 'Category', type: 'text' },
  { key: 'groups', zh: '适用社群', en: 'For groups', type: 'text' },
  { key: 'uses', zh: '使用次数', en: 'Times used', type: 'integer' },
  { key: 'lastAt', zh: '最近使用', en: 'Last used', type: 'moment' },
] as const satisfies readonly ExportColumn[];
export type ReplyColumnKey = (typeof REPLY_COLUMNS)[number]['key'];
