import {
  LIBRARY_KINDS,
  type LibraryEntry,
  libraryEntrySchema,
} from '@shared/domain/library/library-entry.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const fields = libraryEntrySchema.shape;
const shortText = (text: string) => {
  const characters = [...text.trim().replace(/\s+/g, ' ')];
  return characters.length > 16 ? `${characters.slice(0, 16).join('')}…` : characters.join('');
};

async function expectEntry(tx: Tx, id: string): Promise<LibraryEntry> {
  const entry = await tx.get('libraryEntries', id);
  if (!entry) throw new ExpectedError('library-entry-not-found');
  return entry;
}

export const addLibraryEntry = defineCommand({
  name: 'library.add',
  input: z.object({
    kind: z.enum(LIBRARY_KINDS),
    text: z.string().trim().max(20_000),
    assetId: fields.assetId,
    columnId: fields.columnId,
    note: fields.note,
    experimentId: fields.experimentId,
    evidence: fields.evidence,
  }),
  entities: ['libraryEntries'],
  label: ({ text }) => ({
    zh: `收进文案库「${shortText(text)}」`,
    en: `Keep “${shortText(text)}” in the library`,
  }),
  /** The same words of the same kind are one entry; evidence that is new is added to it. */
  run: async (tx, input) => {
    const same = (await tx.findBy('libraryEntries', 'kind', input.kind)).find(
      (entry) => entry.text === input.text && entry.assetId === input.assetId,
    );
    if (same) {
      const { evidence, experimentId } = input;
      await tx.update('libraryEntries', same.id, {
        isArchived: undefined,
        ...(evidence !== undefined && { evidence }),
        ...(experimentId !== undefined && { experimentId }),
      });
      return { id: same.id, isKnown: true };
    }
    const id = tx.newId();
    await tx.create('libraryEntries', {
      ...input,
      id,
      addedAt: tx.now,
      ...(tx.actor !== undefined && { addedBy: tx.actor }),
    });
    return { id, isKnown: false };
  },
});

export const editLibraryEntry = defineCommand({
  name: 'library.edit',
  /** Null or '' clears a field. */
  input: z.object({
    id: idSchema,
    kind: z.enum(LIBRARY_KINDS).optional(),
    text: z.string().trim().max(20_000).optional(),
    assetId: fields.assetId.nullable(),
    note: fields.note.nullable(),
    evidence: fields.evidence.nullable(),
  }),
  entities: ['libraryEntries'],
  label: () => ({ zh: '修改文案', en: 'Edit a library entry' }),
  run: async (tx, { id, kind, text, ...rest }) => {
    await expectEntry(tx, id);
    await tx.update('libraryEntries', id, {
      ...(kind !== undefined && { kind }),
      ...(text !== undefined && { text }),
      ...Object.fromEntries(
        Object.entries(rest).flatMap(([field, value]) =>
          value === undefined ? [] : [[field, value || undefined]],
        ),
      ),
    });
  },
});

export const archiveLibraryEntry = defineCommand({
  name: 'library.archive',
  input: z.object({ id: idSchema, isArchived: z.boolean() }),
  entities: ['libraryEntries'],
  label: ({ isArchived }) =>
    isArchived
      ? { zh: '归档一条文案', en: 'Archive a library entry' }
      : { zh: '取回一条文案', en: 'Bring a library entry back' },
  run: async (tx, { id, isArchived }) => {
    await expectEntry(tx, id);
    await tx.update('libraryEntries', id, { isArchived: isArchived || undefined });
  },
});

export const removeLibraryEntry = defineCommand({
  name: 'library.remove',
  input: z.object({ id: idSchema, text: z.string() }),
  entities: ['libraryEntries'],
  label: ({ text }) => ({
    zh: `删除文案「${shortText(text)}」`,
    en: `Remove “${shortText(text)}” from the library`,
  }),
  run: async (tx, { id }) => {
    await expectEntry(tx, id);
    await tx.remove('libraryEntries', id);
  },
});
