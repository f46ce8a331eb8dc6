/** The four content slots of a day. Apart from the schemas, which the start does not wait for. */
export const SLOTS = ['morning', 'noon', 'evening', 'night'] as const;
export type Slot = (typeof SLOTS)[number];
