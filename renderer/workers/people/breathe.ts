/** Lets whatever waits in this worker (a command, a question) go first. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
