/** How a stored value is to be read by a person. */
export type ValueShape =
  | { kind: 'none' }
  | { kind: 'money'; fen: number }
  | { kind: 'moment'; ms: number }
  | { kind: 'day'; day: string }
  | { kind: 'phone' | 'address' | 'text'; text: string }
  | { kind: 'word'; prefix: string; value: string }
  | { kind: 'flag'; isOn: boolean }
  | { kind: 'number'; value: number }
  | { kind: 'record'; entity: 'members' | 'groups'; id: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'whole'; text: string };

/** Fields whose values are words of the trade, by the prefix of those words. */
const WORDS: Readonly<Record<string, string>> = {
  'members.identity': 'identity',
  'members.gender': 'gender',
  'members.source': 'memberSource',
  'groups.identity': 'identity',
  'groups.phase': 'groupPhase',
  'memberships.role': 'membershipRole',
  'orders.status': 'orderStatus',
  'tags.kind': 'tagKind',
  'tagAssignments.source': 'tagSource',
  'contentItems.status': 'contentStatus',
  'contentItems.slot': 'slot',
  'contentItems.form': 'form',
  'sopRuns.status': 'runStatus',
  'sopRuns.kind': 'flowKind',
  'sopSteps.state': 'stepState',
  'audits.status': 'auditStatus',
  'riskEntries.level': 'riskLevel',
};

const RECORDS: Readonly<Record<string, 'members' | 'groups'>> = {
  memberId: 'members',
  groupId: 'groups',
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Numbers from here on are instants: no count or amount in the registry comes near (2001, in ms). */
const FIRST_INSTANT = 1_000_000_000_000;

/** Reads a stored value by the house's names of fields (`…Fen`, `…At`, days as text). */
export function shapeOf(entity: string, field: string, value: unknown): ValueShape {
  if (value === undefined || value === null || value === '') return { kind: 'none' };
  if (typeof value === 'boolean') return { kind: 'flag', isOn: value };
  if (typeof value === 'number') return numberShape(field, value);
  if (typeof value === 'string') return textShape(entity, field, value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.length === 0 ? { kind: 'none' } : { kind: 'list', items: value };
  }
  return { kind: 'whole', text: JSON.stringify(value) };
}

function numberShape(field: string, value: number): ValueShape {
  if (field.endsWith('Fen')) return { kind: 'money', fen: value };
  if (value >= FIRST_INSTANT) return { kind: 'moment', ms: value };
  return { kind: 'number', value };
}

function textShape(entity: string, field: string, text: string): ValueShape {
  const prefix = WORDS[`${entity}.${field}`];
  if (prefix !== undefined) return { kind: 'word', prefix, value: text };
  const record = RECORDS[field];
  if (record !== undefined) return { kind: 'record', entity: record, id: text };
  if (DAY.test(text)) return { kind: 'day', day: text };
  if (/phone$/i.test(field)) return { kind: 'phone', text };
  if (field === 'address') return { kind: 'address', text };
  return { kind: 'text', text };
}
