/** Characters; fewer are guessed. */
export const MIN_PASSPHRASE = 8;
