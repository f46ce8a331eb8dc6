import { useRoute } from 'wouter';
import { RunList } from './run-list';
import { RunPage } from './run-page';

/** The list of runs, or the run that the address names. */
export function SopPage() {
  const [, params] = useRoute('/sop/:runId');
  return params ? <RunPage key={params.runId} runId={params.runId} /> : <RunList />;
}
