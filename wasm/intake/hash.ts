/** A running sha256; `digest` gives lower-case hex and ends it. */
export interface FileHasher {
  update(chunk: Uint8Array): void;
  digest(): string;
}

/**
 * Starts the sha256 of one file: Node's own where there is one, else a library's, loaded when first asked for. Both take a
 * stream, which `crypto.subtle` cannot.
 */
export async function fileHasher(): Promise<FileHasher> {
  // Asked of the process, so that no bundler sees a module of Node.
  const node = globalThis.process?.getBuiltinModule?.("node:crypto");
  if (node !== undefined) {
    const hash = node.createHash("sha256");
    return { update: (chunk) => void hash.update(chunk), digest: () => hash.digest("hex") };
  }
  const { bytesToHex, sha256 } = await import("./sha256.ts");
  const hash = sha256.create();
  return { update: (chunk) => void hash.update(chunk), digest: () => bytesToHex(hash.digest()) };
}

/** One file as it went into the hash. */
export interface HashedFile {
  /** Path below the folder or zip given, without `.gz`: packing the same files in another way does not change their hash. */
  readonly name: string;
  readonly sha256: string;
}

/**
 * The hash of a submission or of gold, over decompressed files in any order. One file: its own sha256. Several: the sha256 of
 * `<sha256>  <name>\n` for each, sorted by name in code-unit order, which is `sha256sum a b | sha256sum`.
 */
export async function combinedHash(files: readonly HashedFile[]): Promise<string> {
  const [first] = files;
  if (first !== undefined && files.length === 1) return first.sha256;
  const lines = files.map(({ name, sha256 }) => ({ name: withoutGz(name), sha256 }));
  lines.sort((a, b) => order(a.name, b.name) || order(a.sha256, b.sha256));
  const hash = await fileHasher();
  hash.update(new TextEncoder().encode(lines.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("")));
  return hash.digest();
}

/** A file's name as it is once decompressed. */
export function withoutGz(name: string): string {
  return name.replace(/\.gz$/i, "");
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
