import type {
  InteractionColumnKey,
  MembershipColumnKey,
  RiskColumnKey,
} from '@shared/domain/export/columns/people-columns';
import type { Group } from '@shared/domain/groups/group.schema';
import type { RiskEntry } from '@shared/domain/risk/risk-entry.schema';
import {
  type ExportListDefinition,
  type ListSource,
  plainPhone,
  rowCells,
  type SourceContext,
  whoCells,
  wordOf,
} from './list-source';

const groupNames = ({ stored }: SourceContext) =>
  new Map((stored.rows('groups') as Group[]).map((group) => [group.id, group.name]));

function membershipSource(context: SourceContext): ListSource<MembershipColumnKey> {
  const memberships = context.stored.packed('memberships');
  const groups = groupNames(context);
  const groupId = memberships.text('groupId');
  const role = memberships.text('role');
  return {
    count: memberships.count,
    cells: {
      ...whoCells(context.stored.packed('members'), memberships.text('memberId')),
      group: (row) => groups.get(groupId(row) ?? ''),
      role: (row) => wordOf(context, 'membershipRole', role(row)),
      joinedAt: memberships.number('joinedAt'),
      leftAt: memberships.number('leftAt'),
    },
  };
}

function interactionSource(context: SourceContext): ListSource<InteractionColumnKey> {
  const interactions = context.stored.packed('interactions');
  const groups = groupNames(context);
  const groupId = interactions.text('groupId');
  const kind = interactions.text('kind');
  return {
    count: interactions.count,
    cells: {
      ...whoCells(context.stored.packed('members'), interactions.text('memberId')),
      kind: (row) => wordOf(context, 'interaction', kind(row)),
      at: interactions.number('at'),
      text: interactions.text('text'),
      value: interactions.number('value'),
      group: (row) => groups.get(groupId(row) ?? ''),
    },
  };
}

function riskSource(context: SourceContext): ListSource<RiskColumnKey> {
  const entries = (context.stored.rows('riskEntries') as RiskEntry[])
    .slice()
    .sort((a, b) => b.at - a.at);
  return rowCells(entries, {
    name: (entry) => entry.name,
    phone: (entry) => plainPhone(entry.phone),
    wechatId: (entry) => entry.wechatId,
    address: (entry) => entry.address,
    level: (entry) => wordOf(context, 'riskLevel', entry.level),
    reason: (entry) => entry.reason,
    evidence: (entry) => entry.evidence,
    appeal: (entry) => entry.appeal,
    at: (entry) => entry.at,
    expiresAt: (entry) => entry.expiresAt,
    memberId: (entry) => entry.memberId,
  });
}

export const membershipsList: ExportListDefinition = {
  needs: () => ({ whole: ['memberships', 'groups'], hot: ['members'] }),
  source: membershipSource,
};
export const interactionsList: ExportListDefinition = {
  needs: () => ({ whole: ['interactions', 'groups'], hot: ['members'] }),
  source: interactionSource,
};
export const riskEntriesList: ExportListDefinition = {
  needs: () => ({ whole: ['riskEntries'] }),
  source: riskSource,
};
