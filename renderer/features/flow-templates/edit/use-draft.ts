import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { editTemplate, type TemplateEdit } from '@shared/domain/sop/template-edit.rules';
import { useEffect, useRef, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { execute } from '@/db/client';
import { editDraft } from '../flow-templates.commands';
import { findDraft } from '../flow-templates.queries';

/**
 * The draft as it is being changed: every change shows at once and is kept as one undoable step.
 * What is stored wins as soon as nothing is on its way, so that undo shows here too.
 */
export function useDraft(stored: SopTemplate) {
  const [draft, setDraft] = useState(stored);
  const [isSaving, setSaving] = useState(false);
  const onTheWay = useRef(0);
  useEffect(() => {
    if (onTheWay.current === 0) setDraft(stored);
  }, [stored]);
  const change = async (edit: TemplateEdit) => {
    setDraft((now) => editTemplate(now, edit));
    onTheWay.current += 1;
    setSaving(true);
    try {
      await execute(editDraft, { draftId: stored.id, edit });
    } catch (error) {
      showProblem(error);
    } finally {
      onTheWay.current -= 1;
      const kept = await findDraft(stored.id);
      if (onTheWay.current === 0) {
        if (kept) setDraft(kept);
        setSaving(false);
      }
    }
  };
  return { draft, isSaving, change: (edit: TemplateEdit) => void change(edit) };
}
