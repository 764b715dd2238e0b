/** A file as a person gave it. Its name is its path below the folder it was given with, as the command line names it. */
export interface GivenFile {
  readonly name: string;
  readonly file: File;
}

/** Files and the files of folders in a drop, in name order. */
export async function givenByDrop(transfer: DataTransfer): Promise<GivenFile[]> {
  // All must be taken before the first await: the transfer is emptied when the event ends.
  const items = Array.from(transfer.items, (item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const given = await Promise.all(items.map(({ entry, file }) => (entry === null ? fileAlone(file) : filesOf(entry, ""))));
  return named(given.flat());
}

/** Files chosen in a field, folders included where it takes them. */
export function givenByInput(input: HTMLInputElement): GivenFile[] {
  const visible = Array.from(input.files ?? []).filter(({ webkitRelativePath }) => !/(^|\/)\./.test(webkitRelativePath));
  return named(visible.map((file) => ({ name: file.webkitRelativePath || file.name, file })));
}

/** Code-unit order, the same on every machine. */
export function inNameOrder(files: readonly GivenFile[]): GivenFile[] {
  return files.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Drops the folder given itself from the names, unless two files would then have the same. */
function named(files: readonly GivenFile[]): GivenFile[] {
  const below = files.map(({ name, file }) => ({ name: name.slice(name.indexOf("/") + 1), file }));
  const distinct = new Set(below.map(({ name }) => name)).size === files.length;
  return inNameOrder(distinct ? below : files);
}

/** What is dragged out of another program has no place in a file system. */
function fileAlone(file: File | null): GivenFile[] {
  return file === null ? [] : [{ name: file.name, file }];
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
