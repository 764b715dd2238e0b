/** A file as a person gave it, with its path below the folder it was dropped or chosen with. */
export interface GivenFile {
  readonly name: string;
  readonly file: File;
}

/** Files and the files of folders in a drop, in name order. */
export async function givenByDrop(transfer: DataTransfer): Promise<GivenFile[]> {
  // Entries must be taken before the first await: the transfer is emptied when the event ends.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const given = await Promise.all(entries.map((entry) => filesOf(entry, "")));
  return inNameOrder(given.flat());
}

/** Files chosen in a field, folders included where it takes them. */
export function givenByInput(input: HTMLInputElement): GivenFile[] {
  return inNameOrder(Array.from(input.files ?? [], (file) => ({ name: file.webkitRelativePath || file.name, file })));
}

/** Code-unit order, the same on every machine. */
export function inNameOrder(files: readonly GivenFile[]): GivenFile[] {
  return files.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function filesOf(entry: FileSystemEntry, folder: string): Promise<GivenFile[]> {
  if (entry.name.startsWith(".")) return [];
  const name = folder + entry.name;
  if (entry instanceof FileSystemFileEntry) {
    return [{ name, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }];
  }
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map((child) => filesOf(child, `${name}/`)))).flat();
}

/** A reader gives a folder's entries in batches, and an empty one at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}
