/** A whole disk dropped by mistake is not walked to its end. */
const MOST_FILES = 1000;
const DEEPEST = 6;

export type NamedFile = { file: File; path: string };

/** Files that an `<input>` holds, with their place inside the chosen folder. */
export function chosenFiles(files: FileList | null): NamedFile[] {
  return Array.from(files ?? [])
    .slice(0, MOST_FILES)
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** What was dropped, folders opened. The items must be taken at once: they are gone after the event. */
export async function droppedFiles(transfer: DataTransfer): Promise<NamedFile[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry());
  const plain = Array.from(transfer.files);
  const found: NamedFile[] = [];
  const hasEntries = entries.some((entry) => entry !== null);
  if (!hasEntries) return plain.map((file) => ({ file, path: file.name }));
  for (const entry of entries) if (entry) await walk(entry, 0, found);
  return found;
}

async function walk(entry: FileSystemEntry, depth: number, found: NamedFile[]): Promise<void> {
  if (found.length >= MOST_FILES || depth > DEEPEST) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, path: entry.fullPath.replace(/^\//, '') });
  } else if (isFolder(entry)) {
    for (const child of await childrenOf(entry)) await walk(child, depth + 1, found);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader hands over a folder's children a hundred at a time, until it hands over none. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || children.length >= MOST_FILES) return children;
    children.push(...some);
  }
}
