import { readFileSync, renameSync } from 'node:fs';

/** The file as it is, including fields of a newer version that this one does not know. */
export type RawSettings = Record<string, unknown>;

export type SettingsRead = { raw: RawSettings; quarantinedAs: string | null };

/**
 * Read once, synchronously, before the window is made: it is tiny. A file that is no JSON object is
 * set aside under another name and never overwritten, so that nothing the user chose is destroyed.
 */
export function readSettingsFile(path: string, nowMs: number): SettingsRead {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { raw: {}, quarantinedAs: null };
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return { raw: parsed as RawSettings, quarantinedAs: null };
    }
  } catch {
    // Falls through to the quarantine below: no JSON and no object are the same case.
  }
  return { raw: {}, quarantinedAs: quarantine(path, nowMs) };
}

function quarantine(path: string, nowMs: number): string | null {
  const aside = `${path}.corrupt-${nowMs}`;
  try {
    renameSync(path, aside);
    return aside;
  } catch {
    return null;
  }
}
