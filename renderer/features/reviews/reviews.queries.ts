import type { Review } from '@shared/domain/sop/review.schema';
import type { SopRun, SopStep, SopTemplate } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';
import { builtInTemplates, newestTemplates } from '@/features/flow-runs';

export type ReviewLine = { run: SopRun; review: Review | undefined };

/** Every run that is over, the newest first, with its review where one was begun. */
export async function listReviews(): Promise<ReviewLine[]> {
  const [runs, reviews] = await Promise.all([
    readDb.rows('sopRuns').all(),
    readDb.rows('reviews').all(),
  ]);
  const byRun = newestByRun(reviews);
  return runs
    .filter(({ status }) => status !== 'running')
    .sort((a, b) => (b.endedAt ?? b.startedAt) - (a.endedAt ?? a.startedAt))
    .map((run) => ({ run, review: byRun.get(run.id) }));
}

const newestByRun = (reviews: readonly Review[]) =>
  new Map([...reviews].sort((a, b) => a.at - b.at).map((review) => [review.runId, review]));

export type OpenReview = {
  run: SopRun;
  steps: SopStep[];
  review: Review | undefined;
  /** The version that the run followed; absent when it is not stored any more. */
  template: SopTemplate | undefined;
  /** The newest published version of the flow. */
  newest: SopTemplate | undefined;
  /** Highest version of the flow, drafts among them. */
  highestVersion: number;
  /** Runs of the same flow that started before this one, newest first. */
  earlier: SopRun[];
};

/** All that a review speaks of; `null` when there is no such run. */
export async function findReview(runId: string): Promise<OpenReview | null> {
  const run = await readDb.rows('sopRuns').get(runId);
  if (!run) return null;
  const [steps, reviews, own, runs] = await Promise.all([
    readDb.rows('sopSteps').by('runId', runId),
    readDb.rows('reviews').by('runId', runId),
    readDb.rows('sopTemplates').by('key', run.templateKey),
    readDb.rows('sopRuns').all(),
  ]);
  const versions = allVersions(own, run.templateKey);
  return {
    run,
    steps: steps.sort((a, b) => a.position - b.position),
    review: newestByRun(reviews).get(runId),
    template:
      versions.find(({ id }) => id === run.templateId) ??
      versions.find(({ version }) => version === run.templateVersion),
    newest: newestTemplates(own).find(({ key }) => key === run.templateKey),
    highestVersion: Math.max(0, ...versions.map(({ version }) => version)),
    earlier: runs
      .filter((it) => it.templateKey === run.templateKey && it.startedAt < run.startedAt)
      .sort((a, b) => b.startedAt - a.startedAt),
  };
}

/** Built-in and own versions of a flow, the newest first. */
function allVersions(own: readonly SopTemplate[], key: string): SopTemplate[] {
  const builtIn = builtInTemplates().filter((it) => it.key === key);
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...builtIn.filter(({ id }) => !ids.has(id))].sort(
    (a, b) => b.version - a.version,
  );
}

export type Version = { template: SopTemplate; runs: SopRun[] };

/** Every version of a flow with the runs that followed it, the newest first. */
export async function listVersions(templateKey: string): Promise<Version[]> {
  const [own, runs] = await Promise.all([
    readDb.rows('sopTemplates').by('key', templateKey),
    readDb.rows('sopRuns').all(),
  ]);
  return allVersions(own, templateKey).map((template) => ({
    template,
    runs: runs.filter(
      (run) => run.templateKey === templateKey && run.templateVersion === template.version,
    ),
  }));
}
