import type { Review } from '@shared/domain/sop/review.schema';
import type { SopRun, SopStep, SopTemplate } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';
import { builtInTemplates, newestTemplates } from '@/features/flow-runs';

export type ReviewLine = {
  run: SopRun;
  review: Review | undefined;
  /** The version that the review was accepted as. */
  newVersion: number | undefined;
};

/** Every run that is over, the newest first, with its review where one was begun. */
export async function listReviews(): Promise<ReviewLine[]> {
  const [runs, reviews, templates] = await Promise.all([
    readDb.rows('sopRuns').all(),
    readDb.rows('reviews').all(),
    readDb.rows('sopTemplates').all(),
  ]);
  const byRun = newestByRun(reviews);
  const versionOf = new Map(templates.map(({ id, version }) => [id, version]));
  return runs
    .filter(({ status }) => status !== 'running')
    .sort((a, b) => (b.endedAt ?? b.startedAt) - (a.endedAt ?? a.startedAt))
    .map((run) => {
      const review = byRun.get(run.id);
      return { run, review, newVersion: versionOf.get(review?.templateId ?? '') };
    });
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
  /** What the next version would be: beyond all there are, drafts among them. */
  nextVersion: number;
  /** The version that the review was accepted as. */
  acceptedVersion: number | undefined;
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
  const review = newestByRun(reviews).get(runId);
  return {
    run,
    steps: steps.sort((a, b) => a.position - b.position),
    review,
    template:
      versions.find(({ id }) => id === run.templateId) ??
      versions.find(({ version }) => version === run.templateVersion),
    newest: newestTemplates(own).find(({ key }) => key === run.templateKey),
    nextVersion: Math.max(0, ...versions.map(({ version }) => version)) + 1,
    acceptedVersion: versions.find(({ id }) => id === review?.templateId)?.version,
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
