import { overrideSchema } from '@shared/domain/calendar/content.schema';
import { type LexiconWord, lexiconWordSchema } from '@shared/domain/compliance/lexicon-word.schema';
import { wordKey } from '@shared/domain/compliance/taking-words.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const MOST_WORDS = 5000;
const MOST_OVERRIDES = 100;
const WORDS = ['lexiconWords'] as const;
const wordFields = lexiconWordSchema.omit({ id: true });

async function itemOverrides(tx: Tx, itemId: string) {
  const item = await tx.get('contentItems', itemId);
  if (!item) throw new ExpectedError('content-not-found');
  return item.overrides ?? [];
}

/** Lets words of an item stand although the check objects to them, and keeps why. */
export const letStand = defineCommand({
  name: 'compliance.letStand',
  input: overrideSchema
    .pick({ text: true, family: true, reason: true })
    .extend({ itemId: idSchema }),
  entities: ['contentItems'],
  label: ({ text }) => ({ zh: `保留「${text}」并说明`, en: `Let “${text}” stand` }),
  run: async (tx, { itemId, ...said }) => {
    const others = (await itemOverrides(tx, itemId)).filter(
      ({ text, family }) => text !== said.text || family !== said.family,
    );
    if (others.length >= MOST_OVERRIDES) throw new ExpectedError('overrides-full');
    const override = { ...said, at: tx.now, ...(tx.actor && { by: tx.actor.slice(0, 60) }) };
    await tx.update('contentItems', itemId, { overrides: [...others, override] });
  },
});

export const withdrawOverride = defineCommand({
  name: 'compliance.withdrawOverride',
  input: overrideSchema.pick({ text: true, family: true }).extend({ itemId: idSchema }),
  entities: ['contentItems'],
  label: ({ text }) => ({ zh: `撤回对「${text}」的保留`, en: `No longer let “${text}” stand` }),
  run: async (tx, { itemId, text, family }) => {
    const overrides = await itemOverrides(tx, itemId);
    const left = overrides.filter((it) => it.text !== text || it.family !== family);
    await tx.update('contentItems', itemId, { overrides: left });
  },
});

async function refuseKnown(tx: Tx, text: string, except?: string): Promise<LexiconWord[]> {
  const words = await tx.all('lexiconWords');
  const key = wordKey(text);
  if (words.some((word) => word.id !== except && wordKey(word.text) === key)) {
    throw new ExpectedError('lexicon-word-known', { text });
  }
  return words;
}

export const addWord = defineCommand({
  name: 'compliance.addWord',
  input: wordFields,
  entities: WORDS,
  label: ({ text }) => ({ zh: `添加检查词「${text}」`, en: `Add the word “${text}”` }),
  run: async (tx, word) => {
    const words = await refuseKnown(tx, word.text);
    if (words.length >= MOST_WORDS) throw new ExpectedError('lexicon-full', { most: MOST_WORDS });
    await tx.create('lexiconWords', { ...word, id: tx.newId() });
  },
});

export const editWord = defineCommand({
  name: 'compliance.editWord',
  input: lexiconWordSchema,
  entities: WORDS,
  label: ({ text }) => ({ zh: `修改检查词「${text}」`, en: `Edit the word “${text}”` }),
  run: async (tx, { id, ...word }) => {
    if (!(await tx.get('lexiconWords', id))) throw new ExpectedError('lexicon-word-not-found');
    await refuseKnown(tx, word.text, id);
    const { reason, rewrite, ...rest } = word;
    await tx.update('lexiconWords', id, { ...rest, reason, rewrite });
  },
});

export const removeWord = defineCommand({
  name: 'compliance.removeWord',
  input: lexiconWordSchema.pick({ id: true, text: true }),
  entities: WORDS,
  label: ({ text }) => ({ zh: `删除检查词「${text}」`, en: `Remove the word “${text}”` }),
  run: async (tx, { id }) => {
    if (!(await tx.get('lexiconWords', id))) throw new ExpectedError('lexicon-word-not-found');
    await tx.remove('lexiconWords', id);
  },
});

/** Many words at once; those that are there already stay as they are. */
export const importWords = defineCommand({
  name: 'compliance.importWords',
  input: z.object({ words: z.array(wordFields).min(1).max(MOST_WORDS) }),
  entities: WORDS,
  label: ({ words }) => ({
    zh: `导入 ${words.length} 个检查词`,
    en: `Import ${words.length} words`,
  }),
  run: async (tx, { words }) => {
    const stored = await tx.all('lexiconWords');
    const known = new Set(stored.map(({ text }) => wordKey(text)));
    let added = 0;
    for (const word of words) {
      const key = wordKey(word.text);
      if (known.has(key)) continue;
      if (known.size >= MOST_WORDS) throw new ExpectedError('lexicon-full', { most: MOST_WORDS });
      known.add(key);
      await tx.create('lexiconWords', { ...word, id: tx.newId() });
      added += 1;
    }
    return { added };
  },
});
