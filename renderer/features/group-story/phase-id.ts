/** Where the phase of the group is on the page, for what leads there. */
export const PHASE_ID = 'group-phase';
