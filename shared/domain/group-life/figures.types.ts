/**
 * What is counted of one group over one stretch of days. A figure that nobody recorded is absent;
 * zero means that somebody looked and there was none.
 */
export const GROUP_FIGURES = [
  /** Inside at the end; inside at some time; came; went. */
  'members',
  'present',
  'joined',
  'left',
  /** Sums over the days on record, and how many such days there are. */
  'messages',
  'messageDays',
  'speakers',
  'speakerDays',
  /** Different people with an act of their own or an order while inside. */
  'active',
  /** Counted orders and money less refunds; somebody in k groups counts 1/k in each. */
  'orders',
  'gmvFen',
  /** Posts of members: UGC, and every kind that says something to the others. */
  'ugc',
  'posts',
  'questions',
  'answered',
  /** Sum over the answered ones. */
  'answerMinutes',
  /** Planned pieces whose slot is over, and what became of them. */
  'planned',
  'inSlot',
  'late',
  'notSent',
  /** Pieces that the columns ask for in these weeks, and how many of them went out. */
  'cadenceDue',
  'cadenceMet',
  /** Reported for the pieces that went out. */
  'reach',
  'opens',
  'participants',
  'kocs',
  'kocsActive',
  'friendActions',
  /** Readings: asked n, of whom k knew (or had found new friends). */
  'knownN',
  'knownK',
  'friendsN',
  'friendsK',
  /** Put in: hours, hours for which no amount was typed, money typed. */
  'hours',
  'unpricedHours',
  'inputFen',
  /** Put in by itself: cost of incentives and rewards that were given, and how many name a cost. */
  'rewards',
  'rewardFen',
] as const;
export type GroupFigure = (typeof GROUP_FIGURES)[number];

export type GroupFigures = { readonly [F in GroupFigure]?: number | undefined };
