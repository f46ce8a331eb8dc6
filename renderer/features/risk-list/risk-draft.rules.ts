import { readTypedPhone } from '@shared/domain/members/member.rules';
import type { RiskEntry } from '@shared/domain/risk/risk-entry.schema';
import { dayOf, startOfDay } from '@shared/lib/time';

/** The form as it is typed; empty texts are nothing. */
export type RiskDraft = {
  name: string;
  phone: string;
  wechatId: string;
  address: string;
  level: RiskEntry['level'];
  reason: string;
  evidence: string;
  appeal: string;
  /** `YYYY-MM-DD`, the last day that counts; `''`: it stays. */
  expiresDay: string;
  memberId: string;
};

const BLANK: RiskDraft = {
  name: '',
  phone: '',
  wechatId: '',
  address: '',
  level: 'medium',
  reason: '',
  evidence: '',
  appeal: '',
  expiresDay: '',
  memberId: '',
};

const DAY_MS = 86_400_000;

export function draftOf(entry: Partial<RiskEntry>, zone: string): RiskDraft {
  const { id: _id, at: _at, expiresAt, ...texts } = entry;
  const expiresDay = expiresAt === undefined ? '' : dayOf(expiresAt - 1, zone);
  return { ...BLANK, ...texts, expiresDay };
}

export type RiskFields = Omit<RiskEntry, 'id' | 'at'>;
export type DraftProblem =
  | 'reasonMissing'
  | 'whoMissing'
  | 'phone-too-short'
  | 'phone-too-long'
  | 'phone-unreadable'
  | 'phone-destroyed';

/** What the form says, ready to be stored, or what is wrong with it. */
export function fieldsOf(
  draft: RiskDraft,
  zone: string,
): { fields: RiskFields; problem?: never } | { problem: DraftProblem; fields?: never } {
  const typed = readTypedPhone(draft.phone);
  if (typed.kind === 'problem' && typed.problem !== 'phone-masked')
    return { problem: typed.problem };
  const masked = draft.phone.trim();
  const phone = typed.kind === 'phone' ? typed.phone : typed.kind === 'none' ? '' : masked;
  const texts = {
    name: draft.name.trim(),
    phone,
    wechatId: draft.wechatId.trim(),
    address: draft.address.trim(),
    evidence: draft.evidence.trim(),
    appeal: draft.appeal.trim(),
    memberId: draft.memberId,
  };
  if (`${texts.name}${phone}${texts.wechatId}${texts.address}` === '') {
    return { problem: 'whoMissing' };
  }
  const reason = draft.reason.trim();
  if (reason === '') return { problem: 'reasonMissing' };
  const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  // The last day counts to its end.
  const expiresAt =
    draft.expiresDay === '' ? undefined : startOfDay(draft.expiresDay, zone) + DAY_MS;
  return {
    fields: { ...said, level: draft.level, reason, ...(expiresAt !== undefined && { expiresAt }) },
  };
}
