import { type ContentItem, daySchema, SENSES } from '@shared/domain/calendar/content.schema';
import type { ContentResult } from '@shared/domain/calendar/content-result.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { characterSchema } from '@shared/domain/content-results/character.schema';
import { FIGURE_KEYS, typedResultId } from '@shared/domain/content-results/figures.rules';
import {
  RESULTS_SETTINGS_ID,
  readResultsSettings,
  resultsSettingsSchema,
} from '@shared/domain/content-results/results-settings.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const short = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
const count = z.number().int().nonnegative().nullable().optional();
/** Null clears a figure. */
const figures = z.object({
  reach: count,
  opens: count,
  averageSeconds: z.number().nonnegative().nullable().optional(),
  participants: count,
  shares: count,
  comments: count,
  likes: count,
  orders: count,
  gmvFen: count,
});

async function loadItem(tx: Tx, id: string): Promise<ContentItem> {
  const item = await tx.get('contentItems', id);
  if (!item) throw new ExpectedError('content-not-found');
  return item;
}

/** An item with results was measured; without any left it is only sent. */
async function settleStatus(tx: Tx, item: ContentItem): Promise<void> {
  const results = await tx.findBy('contentResults', 'contentItemId', item.id);
  const isMeasured = item.status === 'measured';
  if (results.length > 0 && !isMeasured) {
    await tx.update('contentItems', item.id, { status: 'measured' });
  } else if (results.length === 0 && isMeasured) {
    await tx.update('contentItems', item.id, { status: 'sent' });
  }
}

export const saveFigures = defineCommand({
  name: 'contentResults.saveFigures',
  /** Without a group: of all that got it together. Figures that are not named stay. */
  input: z.object({ itemId: idSchema, groupId: idSchema.optional(), title: z.string(), figures }),
  entities: ['contentResults', 'contentItems'],
  label: ({ title }) => ({
    zh: `填写「${short(title)}」的效果`,
    en: `Fill in results of “${short(title)}”`,
  }),
  run: async (tx, { itemId, groupId, figures: told }) => {
    const item = await loadItem(tx, itemId);
    const id = typedResultId(itemId, groupId);
    const patch = Object.fromEntries(
      FIGURE_KEYS.flatMap((key) =>
        told[key] === undefined ? [] : [[key, told[key] ?? undefined]],
      ),
    );
    const { date: day, slot, title } = item;
    const place = { day, slot, title, contentItemId: itemId, source: 'typed' as const };
    const known = await tx.get('contentResults', id);
    if (known) await tx.update('contentResults', id, { ...place, ...patch });
    else if (FIGURE_KEYS.some((key) => patch[key] !== undefined)) {
      await tx.create('contentResults', { id, ...place, ...(groupId && { groupId }), ...patch });
    }
    const stored = await tx.get('contentResults', id);
    if (stored && isEmpty(stored)) await tx.remove('contentResults', id);
    await settleStatus(tx, item);
  },
});

const isEmpty = (result: ContentResult) => FIGURE_KEYS.every((key) => result[key] === undefined);

export const matchResults = defineCommand({
  name: 'contentResults.matchResults',
  input: z.object({ pairs: z.array(z.object({ resultId: idSchema, itemId: idSchema })).min(1) }),
  entities: ['contentResults', 'contentItems'],
  label: ({ pairs: { length: n } }) => ({
    zh: `把 ${n} 条数据对上排期`,
    en: n === 1 ? 'Match a result with its item' : `Match ${n} results with their items`,
  }),
  run: async (tx, { pairs }) => {
    for (const { resultId, itemId } of pairs) {
      const item = await loadItem(tx, itemId);
      const result = await tx.get('contentResults', resultId);
      if (!result) throw new ExpectedError('result-not-found');
      await tx.update('contentResults', resultId, {
        contentItemId: itemId,
        isUnplanned: undefined,
      });
      await settleStatus(tx, item);
      const { contentItemId: before = itemId } = result;
      const left = before === itemId ? undefined : await tx.get('contentItems', before);
      if (left) await settleStatus(tx, left);
    }
  },
});

export const partResult = defineCommand({
  name: 'contentResults.partResult',
  /** `isUnplanned`: it is of no item of the plan and is not asked about again. */
  input: z.object({ resultId: idSchema, isUnplanned: z.boolean() }),
  entities: ['contentResults', 'contentItems'],
  label: ({ isUnplanned }) =>
    isUnplanned
      ? { zh: '标为不在排期里', en: 'Say that a result was not planned' }
      : { zh: '取下对上的数据', en: 'Take a result off its item' },
  run: async (tx, { resultId, isUnplanned }) => {
    const result = await tx.get('contentResults', resultId);
    if (!result) throw new ExpectedError('result-not-found');
    await tx.update('contentResults', resultId, {
      contentItemId: undefined,
      isUnplanned: isUnplanned || undefined,
    });
    const item = result.contentItemId && (await tx.get('contentItems', result.contentItemId));
    if (item) await settleStatus(tx, item);
  },
});

export const saveResultsSettings = defineCommand({
  name: 'contentResults.saveSettings',
  /** Only what is named changes; null clears the day. */
  input: z.object({
    windowHours: resultsSettingsSchema.shape.windowHours.unwrap().optional(),
    hitMeasure: resultsSettingsSchema.shape.hitMeasure.unwrap().optional(),
    hitPercentile: resultsSettingsSchema.shape.hitPercentile.unwrap().optional(),
    changeDay: daySchema.nullable().optional(),
  }),
  entities: ['modelSettings'],
  label: () => ({ zh: '修改效果的算法', en: 'Change how results are reckoned' }),
  run: async (tx, changes) => {
    const stored = await tx.get('modelSettings', RESULTS_SETTINGS_ID);
    const told = Object.entries(changes).filter(([, value]) => value !== undefined);
    const merged = { ...readResultsSettings(stored?.settings), ...Object.fromEntries(told) };
    const settings = resultsSettingsSchema.parse(
      Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)),
    );
    await putSettings(tx, settings);
  },
});

export const saveSenseIdeas = defineCommand({
  name: 'contentResults.saveSenseIdeas',
  /** Null: the ideas that come with the console again. */
  input: z.object({
    sense: z.enum(SENSES),
    ideas: z.array(z.string().trim().min(1).max(200)).max(30).nullable(),
  }),
  entities: ['modelSettings'],
  label: () => ({ zh: '修改五感玩法', en: 'Change ideas for a sense' }),
  run: async (tx, { sense, ideas }) => {
    const stored = await tx.get('modelSettings', RESULTS_SETTINGS_ID);
    const before = readResultsSettings(stored?.settings);
    const { [sense]: _, ...others } = before.senseIdeas;
    const senseIdeas = ideas === null ? others : { ...others, [sense]: ideas };
    await putSettings(tx, resultsSettingsSchema.parse({ ...before, senseIdeas }));
  },
});

async function putSettings(tx: Tx, settings: z.infer<typeof resultsSettingsSchema>) {
  const patch = { settings, changedAt: tx.now };
  if (await tx.get('modelSettings', RESULTS_SETTINGS_ID)) {
    await tx.update('modelSettings', RESULTS_SETTINGS_ID, patch);
  } else await tx.create('modelSettings', { id: RESULTS_SETTINGS_ID, ...patch });
}

/** An idea for a sense becomes a draft of the plan. */
export const planIdea = defineCommand({
  name: 'contentResults.planIdea',
  input: z.object({
    date: daySchema,
    slot: z.enum(SLOTS),
    title: z.string().trim().min(1).max(200),
    sense: z.enum(SENSES),
  }),
  entities: ['contentItems'],
  label: ({ title }) => ({ zh: `排入「${short(title)}」`, en: `Plan “${short(title)}”` }),
  run: async (tx, input) => {
    const day = await tx.findBy('contentItems', 'date', input.date);
    const position = Math.max(0, ...day.map((item) => item.position)) + 1;
    const id = tx.newId();
    await tx.create('contentItems', { id, ...input, position });
    return { id };
  },
});

const { id: _id, ...characterFields } = characterSchema.shape;
const characterInput = z.object(characterFields);

export const saveCharacter = defineCommand({
  name: 'contentResults.saveCharacter',
  /** Without an id a new one. */
  input: characterInput.extend({ id: idSchema.optional() }),
  entities: ['characters'],
  label: ({ id, name }) =>
    id
      ? { zh: `修改角色「${name}」`, en: `Edit the character “${name}”` }
      : { zh: `新建角色「${name}」`, en: `Add the character “${name}”` },
  run: async (tx, { id, ...fields }) => {
    if (id === undefined) {
      const made = tx.newId();
      await tx.create('characters', { id: made, ...fields });
      return { id: made };
    }
    if (!(await tx.get('characters', id))) throw new ExpectedError('character-not-found');
    const absent = Object.fromEntries(Object.keys(characterFields).map((key) => [key, undefined]));
    await tx.update('characters', id, { ...absent, ...characterInput.parse(fields) });
    return { id };
  },
});

export const removeCharacter = defineCommand({
  name: 'contentResults.removeCharacter',
  input: z.object({ id: idSchema, name: z.string() }),
  entities: ['characters'],
  label: ({ name }) => ({ zh: `删除角色「${name}」`, en: `Delete the character “${name}”` }),
  run: async (tx, { id }) => {
    if (!(await tx.get('characters', id))) throw new ExpectedError('character-not-found');
    await tx.remove('characters', id);
  },
});
