import type { ImportKind } from '../import-batch.schema';
import { RECORD_FIELDS, type RecordField } from './record-fields';

/** What a column of a roster can be. Several columns may be one field: the first filled cell counts. */
export const MEMBER_FIELDS = [
  'memberId',
  'name',
  'groupNickname',
  'phone',
  'wechatId',
  'wecomId',
  'unionId',
  'backOfficeId',
  'identity',
  'channel',
  'region',
  'province',
  'city',
  'district',
  'address',
  'gender',
  'birthday',
  'joinedAt',
  'tags',
  'note',
] as const;
export type MemberField = (typeof MEMBER_FIELDS)[number];

/** What a column of an order sheet can be. */
export const ORDER_FIELDS = [
  'externalNo',
  'campaign',
  'orderedAt',
  'amount',
  'refund',
  'status',
  'buyerName',
  'buyerPhone',
  'buyerWechatId',
  'buyerCode',
  'receiver',
  'receiverPhone',
  'product',
  'spec',
  'quantity',
  'lineAmount',
  'lineRefund',
  'freight',
  'discount',
  'region',
  'province',
  'city',
  'district',
  'address',
  'building',
  'note',
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

export type ImportField = MemberField | OrderField | RecordField;

/** The field of each column by position; `null` leaves a column out. */
export type ColumnMapping = (ImportField | null)[];

export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  if (kind === 'members') return MEMBER_FIELDS;
  return kind === 'orders' ? ORDER_FIELDS : RECORD_FIELDS[kind];
}

const PERSON_FIELDS = [
  'name',
  'groupNickname',
  'phone',
  'wechatId',
  'wecomId',
  'unionId',
  'backOfficeId',
] as const;
const STEP_COLUMNS = ['step1', 'step2', 'step3', 'step4', 'step5', 'step6', 'step7'] as const;

/** Any one field of each group must be mapped, or the rows cannot become records. */
const REQUIRED: Record<ImportKind, readonly (readonly ImportField[])[]> = {
  members: [PERSON_FIELDS],
  orders: [['externalNo'], ['amount', 'lineAmount']],
  funnel: [
    ['step', ...STEP_COLUMNS],
    ['count', 'subject', ...STEP_COLUMNS],
    ['day', 'at'],
  ],
  interactions: [PERSON_FIELDS, ['interaction', 'text', 'value'], ['at']],
  results: [
    ['title'],
    ['day'],
    [
      'reach',
      'opens',
      'likes',
      'comments',
      'shares',
      'participants',
      'averageSeconds',
      'orders',
      'gmv',
    ],
  ],
  content: [['title'], ['day'], ['slot', 'clock']],
  suppliers: [['supplier'], ['value'], ['at']],
  weather: [['day'], ['condition', 'temperature', 'lowC', 'highC', 'rainMm', 'wind']],
};

/** The first field of every required group that no column covers; empty when the mapping will do. */
export function missingFields(kind: ImportKind, mapping: ColumnMapping): ImportField[] {
  const mapped = new Set(mapping);
  return REQUIRED[kind].flatMap((group) => {
    const [first] = group;
    return first && !group.some((field) => mapped.has(field)) ? [first] : [];
  });
}
