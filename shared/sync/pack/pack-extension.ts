/** `orders.qunduo-handoff`: how files of hand-off packs are called, and what their header says. */
export const PACK_EXTENSION = 'qunduo-handoff';
