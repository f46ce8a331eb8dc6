import { allTags } from '@shared/domain/tags/tag-library';
import { currentLanguage } from '@/app/i18n/i18n';
import { dataWorker } from '@/db/client';
import { consoleDb } from '@/db/db';
import { readDb } from '@/db/read';
import type { FacetValue } from '@/workers/index/list-types';

type Choice = { value: string; label: string; count: number };

/** How many members share each trait that a target can be chosen by; most frequent first. */
export type RosterFacets = {
  total: number;
  identities: Choice[];
  regions: Choice[];
  tags: Choice[];
};

/**
 * The lists are answered by the data worker, where the database's own watching does not reach.
 * Every commit adds to the outbox, so having read its end makes a live query ask again.
 */
async function followCommits(): Promise<void> {
  await consoleDb().table('outbox').toCollection().reverse().limit(1).primaryKeys();
}

export async function rosterFacets(): Promise<RosterFacets> {
  await followCommits();
  const [total, tags] = await Promise.all([readDb.counter('members'), readDb.rows('tags').all()]);
  const facets = await dataWorker().lists.memberFacets();
  const language = currentLanguage() === 'en' ? 'en' : 'zh';
  const tagNames = new Map(allTags(tags, language).map(({ id, name }) => [id, name]));
  return {
    total,
    identities: toChoices(facets.identity, (value) => value),
    regions: toChoices(facets.region, (value) => value),
    tags: toChoices(facets.tags, (value) => tagNames.get(value)),
  };
}

/** Values with a name; what is not filled in cannot be chosen. */
function toChoices(
  values: readonly FacetValue[],
  nameOf: (value: string) => string | undefined,
): Choice[] {
  return values.flatMap(({ value, count }) => {
    const label = value === '' ? undefined : nameOf(value);
    return label ? [{ value, label, count }] : [];
  });
}
