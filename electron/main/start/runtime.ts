import packageJson from '../../../package.json';

/** The Electron that this program is made for, as pinned when it was built. */
const PINNED_ELECTRON = packageJson.devDependencies.electron;

export type Runtime = { name: string; isFallbackRuntime: boolean };

export function describeRuntime(electronVersion: string): Runtime {
  return {
    name: `Electron ${electronVersion}`,
    isFallbackRuntime: electronVersion !== PINNED_ELECTRON,
  };
}
