import type { ExportColumn } from '../export-column';

/** Steps of runs: counts, conversion from the counted step before, n and Wilson's 95 % bounds. */
export const FUNNEL_COLUMNS = [
  { key: 'run', zh: '流程', en: 'Run', type: 'text' },
  { key: 'position', zh: '步骤', en: 'Step', type: 'integer' },
  { key: 'title', zh: '步骤名称', en: 'Step name', type: 'text' },
  { key: 'state', zh: '步骤状态', en: 'State', type: 'text' },
  { key: 'metric', zh: '指标', en: 'Metric', type: 'text' },
  { key: 'count', zh: '人数', en: 'Count', type: 'integer' },
  { key: 'base', zh: '样本量 n', en: 'Sample n', type: 'integer' },
  { key: 'rate', zh: '转化率', en: 'Conversion', type: 'rate' },
  { key: 'low', zh: '95% 下限', en: '95% low', type: 'rate' },
  { key: 'high', zh: '95% 上限', en: '95% high', type: 'rate' },
  { key: 'rateFromTop', zh: '累计转化率', en: 'Conversion from top', type: 'rate' },
  { key: 'targetRate', zh: '目标转化率', en: 'Target', type: 'rate' },
  { key: 'dueAt', zh: '截止时间', en: 'Due', type: 'moment', isExtra: true },
  { key: 'doneAt', zh: '完成时间', en: 'Done', type: 'moment', isExtra: true },
] as const satisfies readonly ExportColumn[];
export type FunnelColumnKey = (typeof FUNNEL_COLUMNS)[number]['key'];

export const FUNNEL_EVENT_COLUMNS = [
  { key: 'subject', zh: '用户', en: 'User', type: 'id', isPersonal: true },
  { key: 'step', zh: '步骤', en: 'Step', type: 'integer' },
  { key: 'at', zh: '时间', en: 'Time', type: 'moment' },
  { key: 'run', zh: '流程', en: 'Run', type: 'text' },
  { key: 'placement', zh: '广告位', en: 'Placement', type: 'text' },
  { key: 'channel', zh: '渠道', en: 'Channel', type: 'text' },
  { key: 'variant', zh: '话术版本', en: 'Script variant', type: 'text' },
] as const satisfies readonly ExportColumn[];
export type FunnelEventColumnKey = (typeof FUNNEL_EVENT_COLUMNS)[number]['key'];

export const FUNNEL_COUNT_COLUMNS = [
  { key: 'day', zh: '日期', en: 'Date', type: 'day' },
  { key: 'step', zh: '步骤', en: 'Step', type: 'integer' },
  { key: 'count', zh: '人数', en: 'Count', type: 'integer' },
  { key: 'run', zh: '流程', en: 'Run', type: 'text' },
  { key: 'placement', zh: '广告位', en: 'Placement', type: 'text' },
  { key: 'channel', zh: '渠道', en: 'Channel', type: 'text' },
  { key: 'variant', zh: '话术版本', en: 'Script variant', type: 'text' },
] as const satisfies readonly ExportColumn[];
export type FunnelCountColumnKey = (typeof FUNNEL_COUNT_COLUMNS)[number]['key'];
