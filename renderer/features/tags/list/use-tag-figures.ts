import type { Tag } from '@shared/domain/tags/tag.schema';
import { useCallback, useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { consoleDb } from '@/db/db';
import { readTagState } from '@/db/derived/tag-results';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import type { TagFigures } from '@/workers/people/people-types';

export type TagPeople = TagFigures & {
  /** Members who carry a tag by rule or by hand, each once. */
  carriersOf: (tagId: string) => number;
  /** Members who carry at least one. */
  tagged: number;
};

/** How many carry each tag, asked again after every change; `recompute` works all rules out now. */
export function useTagFigures(tags: readonly Tag[]): {
  figures: TagPeople | undefined;
  isWorking: boolean;
  recompute: () => Promise<TagFigures | undefined>;
} {
  const version = useDataVersion();
  // Results follow a commit a little later, without one of their own.
  const results = useLive(readResultsVersion, []);
  const [figures, setFigures] = useState<TagPeople>();
  const [isWorking, setWorking] = useState(false);
  const tagIds = tags.map((tag) => tag.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the results say when to ask again
  useEffect(() => {
    if (version === 0 || tagIds === '') return undefined;
    let isCurrent = true;
    readPeople(tagIds.split(' '))
      .then((read) => isCurrent && setFigures(read))
      .catch(showProblem);
    return () => {
      isCurrent = false;
    };
  }, [version, results, tagIds]);
  useEffect(() => {
    if (version > 0) dataWorker().people.bringTagsUp().catch(showProblem);
  }, [version]);

  const recompute = useCallback(async () => {
    setWorking(true);
    try {
      const worked = await dataWorker().people.workOutTags();
      setFigures(await readPeople(tagIds.split(' '), worked));
      return worked;
    } catch (error) {
      showProblem(error);
      return undefined;
    } finally {
      setWorking(false);
    }
  }, [tagIds]);
  return { figures, isWorking, recompute };
}

async function readResultsVersion(): Promise<string> {
  const { version, seq, workedOutAt } = (await readTagState(consoleDb())) ?? {};
  return [version, seq, workedOutAt].join();
}

async function readPeople(tagIds: readonly string[], known?: TagFigures): Promise<TagPeople> {
  const { people } = dataWorker();
  const figures = known ?? (await people.tagFigures());
  const { byRule, byHand } = figures;
  const countOf = async (ids: string[]) => (await people.count({ kind: 'tag', tagIds: ids })).n;
  // Only where both give it can somebody be counted twice.
  const both = tagIds.filter((id) => (byRule[id] ?? 0) > 0 && (byHand[id] ?? 0) > 0);
  const joined = new Map(
    await Promise.all(both.map(async (id) => [id, await countOf([id])] as const)),
  );
  return {
    ...figures,
    tagged: await countOf([...tagIds]),
    carriersOf: (id) => joined.get(id) ?? (byRule[id] ?? 0) + (byHand[id] ?? 0),
  };
}
