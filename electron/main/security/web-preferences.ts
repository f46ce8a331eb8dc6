import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

/** What no window of this program may weaken. */
const REQUIRED = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  navigateOnDragDrop: false,
  // The dictionaries would be fetched from the internet.
  spellcheck: false,
} as const satisfies WebPreferences;

/** Options that would open another way around the rules above. */
const FORBIDDEN = ['enableBlinkFeatures', 'additionalArguments', 'partition', 'session'] as const;

/** The preferences of every window, written out; throws when a caller tries to weaken one. */
export function guardWebPreferences(wanted: WebPreferences = {}): WebPreferences {
  for (const [key, value] of Object.entries(REQUIRED)) {
    const given = wanted[key as keyof typeof REQUIRED];
    if (given !== undefined && given !== value) {
      throw new Error(`web preference ${key} must be ${String(value)}`);
    }
  }
  for (const key of FORBIDDEN) {
    if (wanted[key] !== undefined) throw new Error(`web preference ${key} is not allowed`);
  }
  return { ...wanted, ...REQUIRED };
}

export function guardWindowOptions(
  options: BrowserWindowConstructorOptions,
): BrowserWindowConstructorOptions {
  return { ...options, webPreferences: guardWebPreferences(options.webPreferences) };
}
