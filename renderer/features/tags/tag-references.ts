import type { Rule } from '@shared/domain/rules/rule.schema';
import { RuleReferences, referencesIn } from '@shared/domain/rules/rule-references';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { allTags } from '@shared/domain/tags/tag-library';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';

const USERS_NAMED = 5;

/** A rule that leads back to its own tag could never be worked out. */
export async function refuseCircle(
  tx: Tx,
  tag: { id: string; name: string; rule: Rule },
): Promise<void> {
  const { tags, segments } = await readRules(tx);
  const tagRules = new Map(tags.map((it) => [it.id, it.rule]));
  const segmentRules = new Map(segments.map((it) => [it.id, it.rule]));
  const references = new RuleReferences({
    tagRule: (id) => (id === tag.id ? tag.rule : tagRules.get(id)),
    segmentRule: (id) => segmentRules.get(id),
  });
  if (references.leadsTo(tag.rule, { kind: 'tag', id: tag.id })) {
    throw new ExpectedError('tag-circular', { name: tag.name });
  }
}

/** Whoever deletes what a rule names would leave the rule without meaning: says which. */
export async function refuseInUse(tx: Tx, tag: Pick<Tag, 'id' | 'name'>): Promise<void> {
  const { tags, segments } = await readRules(tx);
  const users = [...tags, ...segments]
    .filter(({ id, rule }) => id !== tag.id && rule !== undefined && names(rule, tag.id))
    .map((it) => it.name);
  if (users.length === 0) return;
  throw new ExpectedError('tag-in-use', {
    name: tag.name,
    count: users.length,
    users: users.slice(0, USERS_NAMED).join(' · '),
  });
}

const names = (rule: Rule, tagId: string) =>
  referencesIn(rule).some(({ kind, id }) => kind === 'tag' && id === tagId);

async function readRules(tx: Tx) {
  return { tags: allTags(await tx.all('tags'), 'zh'), segments: await tx.all('segments') };
}
