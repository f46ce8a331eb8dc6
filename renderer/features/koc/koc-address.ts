export const KOC_VIEWS = ['pool', 'candidates', 'friends'] as const;
export type KocView = (typeof KOC_VIEWS)[number];

/** Where a view of core members is found, with somebody open beside it. */
export const kocAddress = (view: KocView, memberId?: string): string =>
  `/groups/kocs${view === 'pool' && memberId === undefined ? '' : `/${view}`}${
    memberId === undefined ? '' : `/${memberId}`
  }`;
