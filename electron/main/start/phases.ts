/** What `npm start` and the benches wait for on standard output. */
export type Phase = 'first-paint' | 'data-ready' | 'first-rows';

/** A reader that went away (EPIPE) must not take the program with it. */
export function guardStandardOutput(): void {
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function formatPhase(phase: Phase, atMs: number, processStartMs: number): string {
  return `qunduo: ${phase} ${Math.round(atMs - processStartMs)} ms`;
}

export function printPhase(phase: Phase, atMs: number, processStartMs: number): void {
  printLine(formatPhase(phase, atMs, processStartMs));
  if (process.env.QUNDUO_BENCH === '1') {
    printLine(`qunduo-phase ${JSON.stringify({ phase, at: atMs })}`);
  }
}
