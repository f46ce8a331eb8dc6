/** The models, by the third word of the address. */
export const INSIGHT_TABS = ['persona', 'quadrants', 'rfm', 'cohorts', 'value', 'plays'] as const;
export type InsightTab = (typeof INSIGHT_TABS)[number];

export function tabOf(location: string): InsightTab {
  const word = location.split('/')[3];
  return INSIGHT_TABS.find((tab) => tab === word) ?? 'persona';
}
