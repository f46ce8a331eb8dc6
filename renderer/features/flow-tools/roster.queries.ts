import type { RunTarget } from '@shared/domain/sop/sop.schema';
import { allTags } from '@shared/domain/tags/tag-library';
import { assertNever } from '@shared/lib/errors';
import { currentLanguage } from '@/app/i18n/i18n';
import { dataWorker } from '@/db/client';
import { consoleDb } from '@/db/db';
import { readDb } from '@/db/read';
import type { FacetValue, MemberFilter, MemberListRow } from '@/workers/index/list-types';

export type Choice = { value: string; label: string; count: number };

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

function filterOf(target: RunTarget): MemberFilter {
  switch (target.by) {
    case 'all':
      return {};
    case 'identity':
      return { identity: [target.value] };
    case 'region':
      return { region: [target.value] };
    case 'tag':
      return { tagIds: [target.value] };
    case 'segment':
    case 'snapshot':
      throw new Error('segments are asked of the people service');
    default:
      return assertNever(target, 'filterOf');
  }
}

/** The members that a target means. */
export async function memberIdsOf(target: RunTarget): Promise<string[]> {
  await followCommits();
  return dataWorker().lists.memberIds({ filter: filterOf(target) });
}

/** People found by name, pinyin, initials, WeChat ID or phone. */
export async function searchRoster(text: string, limit: number): Promise<MemberListRow[]> {
  await followCommits();
  return (await dataWorker().lists.queryMembers({ text, limit })).rows;
}

/** How many members a target means now. */
export function targetCount(facets: RosterFacets, target: RunTarget): number {
  const countOf = (choices: readonly Choice[], value: string) =>
    choices.find((choice) => choice.value === value)?.count ?? 0;
  switch (target.by) {
    case 'all':
      return facets.total;
    case 'identity':
      return countOf(facets.identities, target.value);
    case 'region':
      return countOf(facets.regions, target.value);
    case 'tag':
      return countOf(facets.tags, target.value);
    case 'segment':
    case 'snapshot':
      return 0;
    default:
      return assertNever(target, 'targetCount');
  }
}
