import type { ExportList } from '@shared/domain/export/export-lists';

/** Lists that tell the same things in another form; the dialog of one offers the others. */
const FAMILIES: readonly (readonly ExportList[])[] = [
  ['members', 'tagAssignments', 'memberships', 'interactions'],
  ['orders', 'orderTotals'],
  ['tags', 'tagAssignments'],
  ['funnel', 'funnelCounts', 'funnelEvents'],
  ['calendar', 'contentResults'],
  ['supplierReadings'],
  ['weatherDays'],
  ['riskEntries'],
  ['rosterLists'],
  ['rosterPeople'],
  ['replies'],
  ['ruleEntries'],
];

export function familyOf(list: ExportList): readonly ExportList[] {
  return (
    FAMILIES.find(([first]) => first === list) ??
    FAMILIES.find((family) => family.includes(list)) ?? [list]
  );
}
