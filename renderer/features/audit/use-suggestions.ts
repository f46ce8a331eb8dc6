import { useDebouncedValue } from '@mantine/hooks';
import type { Member } from '@shared/domain/members/member.schema';
import { type IdConflict, idKey, type MatchAnswer } from '@shared/domain/sop/audit-match.rules';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { type Draft, readPhone } from './audit-draft';

const TYPING_MS = 150;
const NOTHING: MatchAnswer = { suggestions: [], twins: [] };

/** Who the member may also be, and what that would fill in. */
export function useSuggestions(memberId: string): MatchAnswer {
  return useAnswer(memberId, () => dataWorker().audits.suggest(memberId)) ?? NOTHING;
}

/** Whose the ids are already, as they stand on the card now. */
export function useIdConflicts(member: Member, draft: Draft): IdConflict[] {
  const phone = readPhone(draft.phone) ?? '';
  const ids = {
    phone,
    wechatId: idKey('wechatId', draft.wechatId),
    backOfficeId: idKey('backOfficeId', draft.backOfficeId),
  };
  const [key] = useDebouncedValue(JSON.stringify(ids), TYPING_MS);
  const answer = useAnswer(`${member.id}.${key}`, () =>
    dataWorker().audits.conflicts(member.id, JSON.parse(key) as typeof ids),
  );
  return answer ?? [];
}
