const listeners = new Set<() => void>();

/** Files came into the box of this laptop, or were found again. */
export function tellFilesChanged(): void {
  for (const listener of listeners) listener();
}

export function onFilesChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
