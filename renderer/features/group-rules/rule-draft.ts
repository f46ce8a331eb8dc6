import type { CONSEQUENCES, GroupRule } from '@shared/domain/group-life/group-rule.schema';

export type RuleDraft = {
  scope: 'all' | 'class' | 'group';
  classId: string | undefined;
  groupId: string | undefined;
  polarity: GroupRule['polarity'];
  text: string;
  consequence: (typeof CONSEQUENCES)[number];
  points: number | string;
  detail: string;
  warningsToRemoval: number | string;
};

/** What the fields begin with. */
export function ruleDraft(rule: GroupRule | undefined, startGroupId?: string): RuleDraft {
  const groupId = rule ? rule.groupId : startGroupId;
  return {
    scope: groupId !== undefined ? 'group' : rule?.classId !== undefined ? 'class' : 'all',
    classId: rule?.classId,
    groupId,
    polarity: rule?.polarity ?? 'encouraged',
    text: rule?.text ?? '',
    consequence: rule?.consequence ?? 'points',
    points: rule?.points ?? '',
    detail: rule?.detail ?? '',
    warningsToRemoval: rule?.warningsToRemoval ?? '',
  };
}

const isScoped = ({ scope, classId, groupId }: RuleDraft): boolean =>
  scope === 'all' || (scope === 'class' ? classId : groupId) !== undefined;

export const isWhole = (draft: RuleDraft): boolean => draft.text.trim() !== '' && isScoped(draft);

/** What the command is given; what does not go with the choice is left out. */
export function fieldsOf(draft: RuleDraft) {
  const { scope, classId, groupId, polarity, consequence, points, warningsToRemoval } = draft;
  const detail = draft.detail.trim();
  const isWarned = polarity === 'forbidden' && consequence !== 'removal';
  return {
    polarity,
    consequence,
    text: draft.text.trim(),
    ...(scope === 'class' && classId !== undefined && { classId }),
    ...(scope === 'group' && groupId !== undefined && { groupId }),
    ...(typeof points === 'number' && points > 0 && { points }),
    ...(detail !== '' && { detail }),
    ...(isWarned && typeof warningsToRemoval === 'number' && { warningsToRemoval }),
  };
}
