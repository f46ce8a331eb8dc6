import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';
import { builtInTemplates } from '@/features/flow-runs/index';
import { isMarker, versionsOf } from './own-versions';

/** A flow over all its versions. */
export type FlowLine = {
  key: string;
  /** What is started now; for a flow that was never published its draft. */
  shown: SopTemplate;
  /** Newest first; drafts are not among them. */
  published: SopTemplate[];
  draft?: SopTemplate;
  isBuiltIn: boolean;
  isArchived: boolean;
  runs: { total: number; running: number; ofVersion: ReadonlyMap<number, number> };
};

async function readRuns() {
  const found = new Map<
    string,
    { total: number; running: number; ofVersion: Map<number, number> }
  >();
  for (const { templateKey, templateVersion, status } of await readDb.rows('sopRuns').all()) {
    const runs = found.get(templateKey) ?? { total: 0, running: 0, ofVersion: new Map() };
    runs.total += 1;
    runs.running += Number(status === 'running');
    runs.ofVersion.set(templateVersion, (runs.ofVersion.get(templateVersion) ?? 0) + 1);
    found.set(templateKey, runs);
  }
  return found;
}

function lineOf(
  key: string,
  own: readonly SopTemplate[],
  runs: FlowLine['runs'] = { total: 0, running: 0, ofVersion: new Map() },
): FlowLine[] {
  const versions = versionsOf(key, own);
  const published = versions.filter(({ status }) => status === 'published');
  const draft = versions.find(({ status }) => status === 'draft');
  const shown = published[0] ?? draft;
  if (!shown) return [];
  const rows = own.filter((it) => it.key === key);
  return [
    {
      key,
      shown,
      published,
      ...(draft ? { draft } : {}),
      isBuiltIn:
        !rows.some((it) => it.status === 'published' && !isMarker(it)) && published.length > 0,
      isArchived: rows.some((it) => it.isArchived === true),
      runs,
    },
  ];
}

/** Every flow there is, those that came with the console among them. */
export async function listFlows(): Promise<FlowLine[]> {
  const [own, runs] = await Promise.all([readDb.rows('sopTemplates').all(), readRuns()]);
  const keys = new Set([...builtInTemplates(), ...own].map(({ key }) => key));
  return [...keys].flatMap((key) => lineOf(key, own, runs.get(key)));
}

export async function findFlow(key: string): Promise<FlowLine | null> {
  return (await listFlows()).find((flow) => flow.key === key) ?? null;
}

export const findDraft = (draftId: string): Promise<SopTemplate | undefined> =>
  readDb.rows('sopTemplates').get(draftId);
