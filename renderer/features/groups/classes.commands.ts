import { readyClasses } from '@shared/domain/groups/member-class.rules';
import { memberClassSchema } from '@shared/domain/groups/member-class.schema';
import {
  PLACEMENT_RULES_ID,
  placementRulesSchema,
} from '@shared/domain/groups/placement-settings.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const language = z.enum(['zh', 'en']);
const shape = memberClassSchema.shape;
const fields = z.object({
  name: shape.name,
  identities: shape.identities,
  channels: shape.channels,
  regions: shape.regions,
  groupNamePattern: shape.groupNamePattern,
  capacity: shape.capacity,
  invitation: shape.invitation,
});

/** A new class, or one changed. Tried before the others when `isFirst`, else after them. */
export const saveClass = defineCommand({
  name: 'groups.saveClass',
  input: z.object({
    classId: idSchema.optional(),
    fields,
    isFirst: z.boolean().default(false),
    /** Of the names that ready-made classes get when they are kept. */
    language,
  }),
  entities: ['memberClasses'],
  label: ({ classId, fields: { name } }) =>
    classId
      ? { zh: `修改分类「${name}」`, en: `Change the class “${name}”` }
      : { zh: `新建分类「${name}」`, en: `Create the class “${name}”` },
  run: async (tx, { classId, fields: given, isFirst, language: inLanguage }) => {
    const classes = await keptClasses(tx, inLanguage);
    const patch = {
      ...given,
      groupNamePattern: given.groupNamePattern?.trim() || undefined,
      invitation: given.invitation?.trim() || undefined,
      capacity: given.capacity,
    };
    if (classId !== undefined) {
      if (!classes.some(({ id }) => id === classId)) throw new ExpectedError('class-not-found');
      await tx.update('memberClasses', classId, patch);
      return { classId };
    }
    const ranks = classes.map(({ rank }) => rank);
    const rank = isFirst ? Math.min(0, ...ranks) - 1 : Math.max(-1, ...ranks) + 1;
    const id = tx.newId();
    await tx.create('memberClasses', { ...patch, id, rank });
    return { classId: id };
  },
});

/** The order in which classes are tried. */
export const orderClasses = defineCommand({
  name: 'groups.orderClasses',
  input: z.object({ classIds: z.array(idSchema).min(1).max(500), language }),
  entities: ['memberClasses'],
  label: () => ({ zh: '调整分类的先后', en: 'Change the order of classes' }),
  run: async (tx, { classIds, language: inLanguage }) => {
    const known = new Map((await keptClasses(tx, inLanguage)).map((it) => [it.id, it]));
    for (const [rank, id] of classIds.entries()) {
      const it = known.get(id);
      if (it && it.rank !== rank) await tx.update('memberClasses', id, { rank });
    }
  },
});

/** Puts a class away: nobody is of it any more, its groups stay. */
export const archiveClass = defineCommand({
  name: 'groups.archiveClass',
  input: z.object({ classId: idSchema, name: z.string(), language }),
  entities: ['memberClasses', 'waitingEntries'],
  label: ({ name }) => ({ zh: `停用分类「${name}」`, en: `Put the class “${name}” away` }),
  run: async (tx, { classId, language: inLanguage }) => {
    const classes = await keptClasses(tx, inLanguage);
    const open = classes.filter(({ isArchived }) => !isArchived);
    if (!open.some(({ id }) => id === classId)) throw new ExpectedError('class-not-found');
    if (open.length === 1) throw new ExpectedError('class-last');
    await tx.update('memberClasses', classId, { isArchived: true });
    for (const { id } of await tx.findBy('waitingEntries', 'classId', classId)) {
      await tx.remove('waitingEntries', id);
    }
  },
});

/** Which identities never meet, and WeChat's figures. */
export const savePlacementRules = defineCommand({
  name: 'groups.savePlacementRules',
  input: z.object({ rules: placementRulesSchema }),
  entities: ['modelSettings'],
  label: () => ({ zh: '修改同群规则', en: 'Change who may share a group' }),
  run: async (tx, { rules }) => {
    const patch = { settings: rules, changedAt: tx.now };
    if (await tx.get('modelSettings', PLACEMENT_RULES_ID)) {
      await tx.update('modelSettings', PLACEMENT_RULES_ID, patch);
    } else {
      await tx.create('modelSettings', { id: PLACEMENT_RULES_ID, ...patch });
    }
  },
});

/** The first change keeps the ready-made classes, so that there is something to change. */
async function keptClasses(tx: Tx, inLanguage: 'zh' | 'en') {
  const stored = await tx.all('memberClasses');
  if (stored.length > 0) return stored;
  const ready = readyClasses(inLanguage);
  for (const it of ready) await tx.create('memberClasses', it);
  return ready;
}
