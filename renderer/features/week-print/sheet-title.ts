import type { PrintedPlan } from './week-print.queries';

/** What the sheet is called: what the leader wrote, else the only group, else the workspace. */
export function sheetTitle(
  { plan, groups, workspaceName }: Pick<PrintedPlan, 'plan' | 'groups' | 'workspaceName'>,
  fallback: string,
): string {
  const only = groups.length === 1 ? groups[0]?.name : undefined;
  return plan?.title || only || workspaceName || fallback;
}
