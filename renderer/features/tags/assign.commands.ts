import { expiryOf, hasExpired } from '@shared/domain/tags/assignment.rules';
import {
  TAG_SOURCES,
  type Tag,
  type TagAssignment,
  tagAssignmentSchema,
  tagSchema,
} from '@shared/domain/tags/tag.schema';
import { asTag, libraryTag } from '@shared/domain/tags/tag-library';
import { tagIdsByName } from '@shared/domain/tags/tag-names.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { addTag } from './tags.commands';

/** From here on one pass over everybody costs less than looking each person up. */
const MANY = 500;
const memberIds = z.array(idSchema).min(1);
const { reason, confidence } = tagAssignmentSchema.shape;

/**
 * Puts a tag, known or new by its name, on people. Those who carry it already keep theirs, unless
 * it has run out or a reason or a day of expiry is given now. Without `expiresAt` the tag's own
 * `validDays` say how long it holds; `null` makes it hold for good.
 */
export const assignTag = defineCommand({
  name: 'tags.assign',
  input: z.object({
    memberIds,
    tagId: idSchema.optional(),
    name: tagSchema.shape.name,
    source: z.enum(TAG_SOURCES).exclude(['rule']).default('hand'),
    expiresAt: z.number().int().nullish(),
    reason,
    confidence,
  }),
  entities: ['tags', 'tagAssignments', 'members'],
  label: (input) => ({
    zh: `打标签「${input.name}」（${input.memberIds.length} 人）`,
    en: `Tag ${input.memberIds.length} with “${input.name}”`,
  }),
  run: async (tx, input) => {
    const tag = await tagFor(tx, input);
    const wanted = [...new Set(input.memberIds)].sort();
    const people = await peopleAmong(tx, wanted);
    const carried = await carriedAmong(tx, wanted, tag.id);
    const isSaidAnew = input.reason !== undefined || input.expiresAt !== undefined;
    const given = givenNow(tx, tag, input);
    const created: TagAssignment[] = [];
    const renewed: { id: string; patch: Partial<TagAssignment> }[] = [];
    for (const memberId of wanted) {
      const id = joinId(memberId, tag.id);
      const known = carried.get(id);
      if (known && (isSaidAnew || hasExpired(known, tx.now))) renewed.push({ id, patch: given });
      else if (!known && people.has(memberId)) {
        created.push({ ...withoutGaps(given), id, memberId, tagId: tag.id, at: tx.now });
      }
    }
    await tx.bulkCreate('tagAssignments', created);
    if (renewed.length > 0) await tx.bulkUpdate('tagAssignments', renewed);
    return { tagId: tag.id, tagged: created.length + renewed.length };
  },
});

/**
 * Takes away what hands, imports and flows gave. `isGivenByRule`: the tag's rule is on and goes on
 * giving it to whoever fits, which those who take it off should be told.
 */
export const unassignTag = defineCommand({
  name: 'tags.unassign',
  input: z.object({ memberIds, tagId: idSchema, name: z.string() }),
  entities: ['tagAssignments', 'tags'],
  label: (input) => ({
    zh: `去掉标签「${input.name}」（${input.memberIds.length} 人）`,
    en: `Take “${input.name}” off ${input.memberIds.length}`,
  }),
  run: async (tx, input) => {
    const carried = await carriedAmong(tx, [...new Set(input.memberIds)].sort(), input.tagId);
    for (const id of carried.keys()) await tx.remove('tagAssignments', id);
    const { rule, isOff } = (await tx.get('tags', input.tagId)) ?? libraryTagOf(input.tagId);
    return { taken: carried.size, isGivenByRule: rule !== undefined && isOff !== true };
  },
});

const libraryTagOf = (tagId: string): Pick<Tag, 'rule' | 'isOff'> => libraryTag(tagId) ?? {};

type Given = z.output<typeof assignTag.input>;
type GivenNow = Pick<TagAssignment, 'source' | 'at'> &
  Record<'expiresAt' | 'confidence', number | undefined> & { reason: string | undefined };

function givenNow({ now }: Tx, tag: Tag, input: Given): GivenNow {
  const expiresAt =
    input.expiresAt === undefined ? expiryOf(now, tag.validDays) : (input.expiresAt ?? undefined);
  const { source, confidence: sure, reason: why } = input;
  return { source, at: now, expiresAt, reason: why || undefined, confidence: sure };
}

function withoutGaps({ source, at, expiresAt, reason: why, confidence: sure }: GivenNow) {
  return {
    source,
    at,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(why === undefined ? {} : { reason: why }),
    ...(sure === undefined ? {} : { confidence: sure }),
  };
}

async function tagFor(tx: Tx, { tagId, name }: Pick<Given, 'tagId' | 'name'>): Promise<Tag> {
  const wanted = tagId ?? tagIdsByName(await tx.all('tags')).get(name);
  if (wanted !== undefined) {
    const ready = libraryTag(wanted);
    const known = (await tx.get('tags', wanted)) ?? (ready && asTag(ready, 'zh'));
    if (!known) throw new ExpectedError('tag-not-found');
    return known;
  }
  return { id: await addTag(tx, { name, kind: 'base' }), name, kind: 'base' };
}

/** Those of the wanted (ascending) who are there. */
async function peopleAmong(tx: Tx, wanted: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (wanted.length < MANY) {
    for (const id of wanted) if (await tx.get('members', id)) found.add(id);
    return found;
  }
  await tx.scan('members', ['id'], ({ id }) => {
    found.add(id);
  });
  return found;
}

/** Their assignments of one tag, by id. */
async function carriedAmong(
  tx: Tx,
  wanted: readonly string[],
  tagId: string,
): Promise<Map<string, Pick<TagAssignment, 'expiresAt'>>> {
  const found = new Map<string, Pick<TagAssignment, 'expiresAt'>>();
  if (wanted.length < MANY) {
    for (const memberId of wanted) {
      const row = await tx.get('tagAssignments', joinId(memberId, tagId));
      if (row) found.set(row.id, row);
    }
    return found;
  }
  const ids = new Set(wanted);
  await tx.scan('tagAssignments', ['id', 'memberId', 'tagId', 'expiresAt'], (row) => {
    if (row.tagId !== tagId || !ids.has(String(row.memberId))) return;
    const { expiresAt } = row as Pick<TagAssignment, 'expiresAt'>;
    found.set(row.id, expiresAt === undefined ? {} : { expiresAt });
  });
  return found;
}
