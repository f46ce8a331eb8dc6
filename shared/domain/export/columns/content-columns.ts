import type { ExportColumn } from '../export-column';

export const CALENDAR_COLUMNS = [
  { key: 'date', zh: '日期', en: 'Date', type: 'day' },
  { key: 'slot', zh: '时段', en: 'Slot', type: 'text' },
  { key: 'time', zh: '时间', en: 'Time', type: 'text' },
  { key: 'title', zh: '标题', en: 'Title', type: 'text' },
  { key: 'column', zh: '栏目', en: 'Column', type: 'text' },
  { key: 'form', zh: '形式', en: 'Form', type: 'text' },
  { key: 'status', zh: '状态', en: 'Status', type: 'text' },
  { key: 'owner', zh: '负责人', en: 'Owner', type: 'text' },
  { key: 'groups', zh: '社群', en: 'Groups', type: 'text' },
  { key: 'text', zh: '正文', en: 'Text', type: 'text' },
  { key: 'note', zh: '备注', en: 'Note', type: 'text', isExtra: true },
  { key: 'voice', zh: '口吻', en: 'Voice', type: 'text', isExtra: true },
  { key: 'speaker', zh: '主讲', en: 'Speaker', type: 'text', isExtra: true },
  { key: 'speakerName', zh: '主讲人', en: 'Speaker name', type: 'text', isExtra: true },
  { key: 'sense', zh: '五感', en: 'Sense', type: 'text', isExtra: true },
  { key: 'character', zh: 'IP 角色', en: 'Character', type: 'text', isExtra: true },
  { key: 'assets', zh: '素材', en: 'Assets', type: 'text', isExtra: true },
  { key: 'checklist', zh: '清单', en: 'Checklist', type: 'text', isExtra: true },
  { key: 'costFen', zh: '制作成本', en: 'Making cost', type: 'money', isExtra: true },
  { key: 'sentAt', zh: '实际发送时间', en: 'Sent at', type: 'moment', isExtra: true },
] as const satisfies readonly ExportColumn[];
export type CalendarColumnKey = (typeof CALENDAR_COLUMNS)[number]['key'];

export const CONTENT_RESULT_COLUMNS = [
  { key: 'day', zh: '日期', en: 'Date', type: 'day' },
  { key: 'slot', zh: '时段', en: 'Slot', type: 'text' },
  { key: 'title', zh: '标题', en: 'Title', type: 'text' },
  { key: 'channel', zh: '渠道', en: 'Channel', type: 'text' },
  { key: 'reach', zh: '触达人数', en: 'Reach', type: 'integer' },
  { key: 'opens', zh: '打开数', en: 'Opens', type: 'integer' },
  { key: 'likes', zh: '点赞数', en: 'Likes', type: 'integer' },
  { key: 'comments', zh: '评论数', en: 'Comments', type: 'integer' },
  { key: 'shares', zh: '转发数', en: 'Shares', type: 'integer' },
  { key: 'participants', zh: '参与人数', en: 'Participants', type: 'integer' },
  { key: 'averageSeconds', zh: '平均停留（秒）', en: 'Watch time (s)', type: 'number' },
  { key: 'orders', zh: '订单数', en: 'Orders', type: 'integer' },
  { key: 'gmvFen', zh: '成交金额', en: 'GMV', type: 'money' },
  { key: 'item', zh: '对应排期', en: 'Planned item', type: 'text', isExtra: true },
  { key: 'column', zh: '栏目', en: 'Column', type: 'text', isExtra: true },
  { key: 'group', zh: '社群', en: 'Group', type: 'text', isExtra: true },
] as const satisfies readonly ExportColumn[];
export type ContentResultColumnKey = (typeof CONTENT_RESULT_COLUMNS)[number]['key'];

export const SUPPLIER_COLUMNS = [
  { key: 'supplier', zh: '供应商', en: 'Supplier', type: 'text' },
  { key: 'kind', zh: '读数类型', en: 'Kind', type: 'text' },
  { key: 'at', zh: '时间', en: 'Time', type: 'moment' },
  { key: 'value', zh: '数值', en: 'Value', type: 'number' },
  { key: 'unit', zh: '单位', en: 'Unit', type: 'text' },
  { key: 'product', zh: '商品', en: 'Product', type: 'text' },
  { key: 'place', zh: '地点', en: 'Place', type: 'text' },
  { key: 'note', zh: '备注', en: 'Note', type: 'text' },
] as const satisfies readonly ExportColumn[];
export type SupplierColumnKey = (typeof SUPPLIER_COLUMNS)[number]['key'];

export const WEATHER_COLUMNS = [
  { key: 'day', zh: '日期', en: 'Date', type: 'day' },
  { key: 'place', zh: '地点', en: 'Place', type: 'text' },
  { key: 'condition', zh: '天气', en: 'Weather', type: 'text' },
  { key: 'lowC', zh: '最低气温', en: 'Low', type: 'number' },
  { key: 'highC', zh: '最高气温', en: 'High', type: 'number' },
  { key: 'rainMm', zh: '降水量', en: 'Rain', type: 'number' },
  { key: 'wind', zh: '风力', en: 'Wind', type: 'text' },
] as const satisfies readonly ExportColumn[];
export type WeatherColumnKey = (typeof WEATHER_COLUMNS)[number]['key'];
