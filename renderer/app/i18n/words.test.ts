import {
  COLUMN_CATEGORIES,
  CONTENT_FORMS,
  CONTENT_STATUSES,
} from '@shared/domain/calendar/content.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { GROUP_PHASES, MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import { IMPORT_KINDS } from '@shared/domain/import/import-batch.schema';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import { IDENTITIES, MEMBER_SOURCES } from '@shared/domain/members/member.schema';
import { ORDER_STATUSES } from '@shared/domain/orders/order.schema';
import { RISK_LEVELS } from '@shared/domain/risk/risk-entry.schema';
import { AUDIT_STATUSES } from '@shared/domain/sop/audit.schema';
import { FLOW_KINDS, OWNER_ROLES, RUN_STATUSES, STEP_STATES } from '@shared/domain/sop/sop.schema';
import { READING_KINDS } from '@shared/domain/suppliers/supplier-reading.schema';
import { TAG_KINDS, TAG_SOURCES } from '@shared/domain/tags/tag.schema';
import { expect, test } from 'vitest';
import { wordsMessages } from './words.messages';

const enums = {
  slot: SLOTS,
  form: CONTENT_FORMS,
  contentStatus: CONTENT_STATUSES,
  columnCategory: COLUMN_CATEGORIES,
  identity: IDENTITIES,
  memberSource: MEMBER_SOURCES,
  orderStatus: ORDER_STATUSES,
  tagKind: TAG_KINDS,
  tagSource: TAG_SOURCES,
  groupPhase: GROUP_PHASES,
  membershipRole: MEMBERSHIP_ROLES,
  interaction: INTERACTION_KINDS,
  flowKind: FLOW_KINDS,
  ownerRole: OWNER_ROLES,
  runStatus: RUN_STATUSES,
  stepState: STEP_STATES,
  auditStatus: AUDIT_STATUSES,
  importKind: IMPORT_KINDS,
  riskLevel: RISK_LEVELS,
  readingKind: READING_KINDS,
};

test.each(Object.entries(enums))(
  'every value of %s has its words in both languages',
  (name, values) => {
    const keys = values.map((value) => `${name}.${value}`);
    expect(Object.keys(wordsMessages.zh)).toEqual(expect.arrayContaining(keys));
    expect(Object.keys(wordsMessages.en)).toEqual(expect.arrayContaining(keys));
  },
);
