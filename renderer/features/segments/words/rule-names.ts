/** What rules refer to by id or key, as people call it; undefined for what is gone. */
export type RuleNames = {
  tag: (id: string) => string | undefined;
  segment: (id: string) => string | undefined;
  snapshot: (id: string) => string | undefined;
  group: (id: string) => string | undefined;
  category: (key: string) => string | undefined;
  quadrant: (key: string) => string | undefined;
  level: (key: string) => string | undefined;
  band: (axis: 'frequency' | 'orderValue', key: string) => string | undefined;
};
