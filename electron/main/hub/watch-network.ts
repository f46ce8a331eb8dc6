import { networkInterfaces } from 'node:os';
import { powerMonitor } from 'electron';

const LOOK_MS = 5_000;

const describeNetwork = () =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join();

/** Tells when the laptop woke or is in another network; for as long as the console runs. */
export function watchNetwork(onChange: () => void): void {
  powerMonitor.on('resume', onChange);
  let seen = describeNetwork();
  setInterval(() => {
    const now = describeNetwork();
    if (now === seen) return;
    seen = now;
    onChange();
  }, LOOK_MS).unref();
}
