import { EVERYBODY, type Rule } from '@shared/domain/rules/rule.schema';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { hasErrors, useSegmentCount } from '@/features/segments';
import { createTag, editTag } from '../tags.commands';
import { tagEditMessages } from './tag-edit.messages';

type TagDraft = {
  name: string;
  kind: Tag['kind'];
  note: string;
  validDays: number | undefined;
  hasRule: boolean;
  rule: Rule;
};

type TagDraftUse = {
  draft: TagDraft;
  change: (patch: Partial<TagDraft>) => void;
  problem: string | undefined;
  rule: Rule;
  isBroken: boolean;
  save: () => Promise<void>;
};

/** What is being written in the dialog, and saving it. */
export function useTagDraft(tag: Tag | undefined, onSaved: () => void): TagDraftUse {
  const t = useMessages(tagEditMessages);
  const [draft, setDraft] = useState<TagDraft>({
    name: tag?.name ?? '',
    kind: tag?.kind ?? 'base',
    note: tag?.note ?? '',
    validDays: tag?.validDays,
    hasRule: tag?.rule !== undefined,
    rule: tag?.rule ?? EVERYBODY,
  });
  const [problem, setProblem] = useState<string>();
  const { count } = useSegmentCount(draft.hasRule ? draft.rule : undefined);
  const isBroken = draft.hasRule && hasErrors(count);

  async function save() {
    const { name, kind, note, validDays, hasRule, rule } = draft;
    const fields = {
      name: name.trim(),
      kind,
      note: note.trim(),
      validDays: validDays ?? null,
      rule: hasRule ? rule : null,
    };
    if (fields.name === '') return setProblem(t('nameMissing'));
    if (isBroken) return setProblem(t('ruleBroken'));
    try {
      if (tag) await execute(editTag, { ...fields, tagId: tag.id });
      else await execute(createTag, fields);
      onSaved();
      showDone(t(tag ? 'saved' : 'created', { name: fields.name }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }
  const change = (patch: Partial<TagDraft>) => {
    setProblem(undefined);
    setDraft((now) => ({ ...now, ...patch }));
  };
  return { draft, change, problem, rule: draft.rule, isBroken, save };
}
