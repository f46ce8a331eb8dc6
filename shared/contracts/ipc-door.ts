/** The one channel behind all named functions of the bridge, so that every call passes one check. */
export const IPC_DOOR = 'qunduo:call';

/** The channel of the events that main sends. */
export const IPC_EVENTS = 'qunduo:event';
