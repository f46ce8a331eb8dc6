import { type SopTemplate, sopTemplateSchema } from '@shared/domain/sop/sop.schema';
import { checkTemplate, isFault } from '@shared/domain/sop/template-check.rules';
import {
  blankStep,
  editTemplate,
  templateEditSchema,
} from '@shared/domain/sop/template-edit.rules';
import { flowInFileSchema } from '@shared/domain/sop/template-file.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { builtInOf, draftOf, isMarker, newestPublished, nextVersion } from './own-versions';

const ofKey = z.object({ key: z.string().min(1).max(60) });
const ofDraft = z.object({ draftId: idSchema });
const note = sopTemplateSchema.shape.changeNote;

/** What a new row says of its making. */
const made = (tx: Tx) => ({
  id: tx.newId(),
  createdAt: tx.now,
  ...(tx.actor === undefined ? {} : { createdBy: tx.actor }),
});

/** What the flow itself says, without who made which version of it when and why. */
function contentOf(template: SopTemplate) {
  const { key, name, purpose, kind, steps, quietHours, exitActions, source } = template;
  return { key, name, purpose, kind, steps, quietHours, exitActions, source };
}

/** The draft of a flow's next version: the one there is, or a copy of the newest version. */
export const startDraft = defineCommand({
  name: 'flowTemplates.startDraft',
  input: ofKey,
  entities: ['sopTemplates'],
  label: () => ({ zh: '开始改模板', en: 'Start a draft of the flow' }),
  run: async (tx, { key }) => {
    const drafts = (await tx.findBy('sopTemplates', 'key', key)).filter(
      ({ status }) => status === 'draft',
    );
    const kept = drafts[0];
    if (kept) return { draftId: kept.id };
    const base = await newestPublished(tx, key);
    const row = { ...contentOf(base), ...made(tx), version: await nextVersion(tx, key) };
    await tx.create('sopTemplates', { ...row, status: 'draft', basedOnId: base.id });
    return { draftId: row.id };
  },
});

/** A flow of one's own, empty or with the steps of another one, as a draft of its first version. */
export const createFlow = defineCommand({
  name: 'flowTemplates.create',
  input: z.object({ name: sopTemplateSchema.shape.name, fromKey: z.string().max(60).optional() }),
  entities: ['sopTemplates'],
  label: ({ name }) => ({
    zh: `新建模板「${name.zh || name.en}」`,
    en: `Create the flow “${name.en || name.zh}”`,
  }),
  run: async (tx, { name, fromKey }) => {
    const base = fromKey === undefined ? undefined : await newestPublished(tx, fromKey);
    const content = base
      ? { ...contentOf(base), basedOnId: base.id }
      : { purpose: { zh: '', en: '' }, steps: [blankStep()] };
    const row = { ...content, ...made(tx), name, version: 1 };
    await tx.create('sopTemplates', { ...row, key: `own-${row.id}`, status: 'draft' });
    return { draftId: row.id, key: `own-${row.id}` };
  },
});

/** One change of a draft; published versions never change. */
export const editDraft = defineCommand({
  name: 'flowTemplates.edit',
  input: ofDraft.extend({ edit: templateEditSchema }),
  entities: ['sopTemplates'],
  label: ({ edit }) => labelOfEdit[edit.kind],
  run: async (tx, { draftId, edit }) => {
    const draft = await draftOf(tx, draftId);
    const { name, purpose, kind, steps, quietHours, exitActions, source } = editTemplate(
      draft,
      edit,
    );
    await tx.update('sopTemplates', draftId, {
      name,
      purpose,
      kind,
      steps,
      quietHours,
      exitActions,
      source,
    });
  },
});

const labelOfEdit = {
  head: { zh: '修改模板草稿', en: 'Change the draft' },
  step: { zh: '修改草稿里的步骤', en: 'Change a step of the draft' },
  addStep: { zh: '草稿加一步', en: 'Add a step to the draft' },
  removeStep: { zh: '草稿删一步', en: 'Remove a step from the draft' },
  moveStep: { zh: '调整草稿的步骤顺序', en: 'Move a step of the draft' },
} as const;

/** The draft becomes the newest version. Errors: `flow-faulty` {count}, `flow-draft-gone`. */
export const publishDraft = defineCommand({
  name: 'flowTemplates.publish',
  input: ofDraft.extend({ changeNote: note }),
  entities: ['sopTemplates'],
  label: () => ({ zh: '发布模板新版本', en: 'Publish the new version' }),
  run: async (tx, { draftId, changeNote }) => {
    const draft = await draftOf(tx, draftId);
    const faults = checkTemplate(draft).filter(isFault);
    if (faults.length > 0) throw new ExpectedError('flow-faulty', { count: faults.length });
    // A version that was published meanwhile (by a review) must not come out as the newer one.
    const version = await nextVersion(tx, draft.key, draftId);
    await tx.update('sopTemplates', draftId, {
      status: 'published',
      version,
      changeNote: changeNote?.trim() || undefined,
      createdAt: tx.now,
      createdBy: tx.actor,
      isArchived: undefined,
    });
    return { version };
  },
});

export const discardDraft = defineCommand({
  name: 'flowTemplates.discard',
  input: ofDraft,
  entities: ['sopTemplates'],
  label: () => ({ zh: '丢弃模板草稿', en: 'Discard the draft' }),
  run: async (tx, { draftId }) => {
    await draftOf(tx, draftId);
    await tx.remove('sopTemplates', draftId);
  },
});

/** Puts a flow with all its versions out of sight; one that came with the console is only hidden. */
export const archiveFlow = defineCommand({
  name: 'flowTemplates.archive',
  input: ofKey,
  entities: ['sopTemplates'],
  label: () => ({ zh: '收起模板', en: 'Put the flow away' }),
  run: async (tx, { key }) => {
    const own = await tx.findBy('sopTemplates', 'key', key);
    const builtIn = builtInOf(key);
    if (own.length === 0 && !builtIn) throw new ExpectedError('sop-not-found');
    for (const { id } of own) await tx.update('sopTemplates', id, { isArchived: true });
    if (!builtIn || own.some(isMarker)) return;
    const row = { ...contentOf(builtIn), version: builtIn.version, basedOnId: builtIn.id };
    await tx.create('sopTemplates', { ...row, ...made(tx), isArchived: true });
  },
});

export const restoreFlow = defineCommand({
  name: 'flowTemplates.restore',
  input: ofKey,
  entities: ['sopTemplates'],
  label: () => ({ zh: '恢复模板', en: 'Bring the flow back' }),
  run: async (tx, { key }) => {
    for (const row of await tx.findBy('sopTemplates', 'key', key)) {
      if (isMarker(row)) await tx.remove('sopTemplates', row.id);
      else await tx.update('sopTemplates', row.id, { isArchived: undefined });
    }
  },
});

/**
 * A flow out of a file: as a flow of its own (published at once when nothing is wrong with it), or as
 * the draft of the next version of the flow with its key, in the place of a draft there is.
 */
export const importFlow = defineCommand({
  name: 'flowTemplates.import',
  input: z.object({ flow: flowInFileSchema, as: z.enum(['own', 'nextVersion']) }),
  entities: ['sopTemplates'],
  label: ({ flow: { name } }) => ({
    zh: `导入模板「${name.zh || name.en}」`,
    en: `Import the flow “${name.en || name.zh}”`,
  }),
  run: async (tx, { flow, as }) => {
    const { version: _, ...content } = flow;
    const own = await tx.findBy('sopTemplates', 'key', flow.key);
    const isKnown = own.length > 0 || builtInOf(flow.key) !== undefined;
    if (as === 'nextVersion' && isKnown) {
      for (const { id, status } of own) {
        if (status === 'draft') await tx.remove('sopTemplates', id);
      }
      const published = own.some(({ status }) => status === 'published') || builtInOf(flow.key);
      const basedOnId = published ? (await newestPublished(tx, flow.key)).id : undefined;
      const version = await nextVersion(tx, flow.key);
      const row = { ...content, ...made(tx), version, basedOnId };
      await tx.create('sopTemplates', { ...row, status: 'draft' });
      return { key: flow.key, draftId: row.id };
    }
    const row = made(tx);
    const key = isKnown ? `own-${row.id}` : flow.key;
    const template = { ...content, ...row, key, version: 1 };
    const isSound = !checkTemplate(template).some(isFault);
    await tx.create('sopTemplates', { ...template, status: isSound ? 'published' : 'draft' });
    return { key, ...(isSound ? {} : { draftId: row.id }) };
  },
});
