import { phoneOfText } from '@shared/domain/import/cells/phone-cell';
import type { Identity, Member } from '@shared/domain/members/member.schema';
import { AUDIT_ID_FIELDS, type AuditIdField } from '@shared/domain/sop/audit.rules';
import type { Learnt } from './audit.commands';

/** A card as it is filled in; the phone as it is typed. */
export type Draft = Record<AuditIdField | 'region', string> & { identity: Identity };

export function draftOf(member: Member): Draft {
  return {
    identity: member.identity,
    phone: shownPhone(member.phone),
    wechatId: member.wechatId ?? '',
    groupNickname: member.groupNickname ?? '',
    backOfficeId: member.backOfficeId ?? '',
    region: member.region ?? '',
  };
}

export const shownPhone = (phone: string | undefined) => phone?.replace(/^\+86/, '') ?? '';

/** The phone in its stored form, '' for none, undefined when it cannot be read. */
export function readPhone(text: string): string | undefined {
  if (text.trim() === '') return '';
  const cell = phoneOfText(text);
  return cell.kind === 'phone' ? cell.phone : undefined;
}

/** What the draft says, or undefined while its phone cannot be read. */
export function learntOf(draft: Draft): Learnt | undefined {
  const phone = readPhone(draft.phone);
  return phone === undefined ? undefined : { ...draft, phone };
}

export const missingInDraft = (draft: Draft): AuditIdField[] =>
  AUDIT_ID_FIELDS.filter((field) => draft[field].trim() === '');
