import fc from 'fast-check';

/** Property tests tell the same of the same code, on every machine and every day. */
const SEED = 20_260;

const wanted = process.env.QUNDUO_SEED ?? String(SEED);

// A failure prints its seed and path, so a random one can be asked for again by its number.
if (wanted !== 'random') {
  if (!/^-?\d+$/.test(wanted)) throw new Error(`QUNDUO_SEED: a whole number or random: ${wanted}`);
  fc.configureGlobal({ seed: Number(wanted) });
}
