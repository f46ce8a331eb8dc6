/** What a column of a funnel sheet can be: one count a row, a count for each step, or single events. */
const FUNNEL_FIELDS = [
  'subject',
  'step',
  'at',
  'day',
  'count',
  'placement',
  'channel',
  'variant',
  'step1',
  'step2',
  'step3',
  'step4',
  'step5',
  'step6',
  'step7',
] as const;

/** What a column of an interaction list can be; the first seven say who it was. */
const INTERACTION_FIELDS = [
  'name',
  'groupNickname',
  'phone',
  'wechatId',
  'wecomId',
  'unionId',
  'backOfficeId',
  'interaction',
  'at',
  'text',
  'value',
  'group',
] as const;

/** What a column of a report about published content can be. */
const RESULT_FIELDS = [
  'day',
  'title',
  'slot',
  'channel',
  'reach',
  'opens',
  'likes',
  'comments',
  'shares',
  'participants',
  'averageSeconds',
  'orders',
  'gmv',
] as const;

/** What a column of a content plan can be. */
const CONTENT_FIELDS = [
  'day',
  'slot',
  'clock',
  'title',
  'column',
  'form',
  'contentStatus',
  'owner',
  'groups',
  'text',
  'note',
  'voice',
  'speaker',
  'speakerName',
  'sense',
  'character',
  'assets',
  'checklist',
  'cost',
  'sentAt',
] as const;

/** What a column of readings from suppliers, lorries and stores can be. */
const SUPPLIER_FIELDS = [
  'supplier',
  'reading',
  'at',
  'value',
  'unit',
  'product',
  'place',
  'note',
] as const;

/** What a column of weather data can be. */
const WEATHER_FIELDS = [
  'day',
  'place',
  'condition',
  'temperature',
  'lowC',
  'highC',
  'rainMm',
  'wind',
] as const;

export const RECORD_FIELDS = {
  funnel: FUNNEL_FIELDS,
  interactions: INTERACTION_FIELDS,
  results: RESULT_FIELDS,
  content: CONTENT_FIELDS,
  suppliers: SUPPLIER_FIELDS,
  weather: WEATHER_FIELDS,
} as const;

export type RecordKind = keyof typeof RECORD_FIELDS;
export type RecordField = (typeof RECORD_FIELDS)[RecordKind][number];
