// Takes the records that a pull request changes, as plain files of limited size, and lists the entries among them for `xargs -0`.
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Most bytes of one record, and most records of one pull request. */
const LARGEST = 32 << 20;
const MOST = 200;

const RECORD = /^data\/tracks\/[a-z0-9-]+\/entries\/[\p{L}\p{N}.-]+\.(?:json|pack\.gz)$/u;
const LEDGER = "data/ledger.jsonl";

const git = (...args) => execFileSync("git", args, { maxBuffer: 1 << 28 });

const [number = ""] = process.argv.slice(2);
if (!/^\d+$/.test(number)) throw new Error(`expected the number of a pull request, found ${JSON.stringify(number)}`);
git("fetch", "--no-tags", "origin", `+refs/pull/${number}/head:refs/sent`);
const base = git("merge-base", "HEAD", "refs/sent").toString().trim();

const entries = new Set();
let taken = 0;
// `:<old mode> <new mode> <old hash> <new hash> <status>`, then the path: what is a link or a program is no plain file, and is left.
const fields = git("diff", "--raw", "-z", "--no-abbrev", "--no-renames", base, "refs/sent").toString().split("\0");
for (let at = 0; at + 1 < fields.length; at += 2) {
  const [, mode, , hash] = fields[at].split(" ");
  const path = fields[at + 1];
  if (mode !== "100644" || !(RECORD.test(path) || path === LEDGER)) continue;
  if (++taken > MOST) throw new Error(`expected at most ${MOST} records in one pull request`);
  const size = Number(git("cat-file", "-s", hash).toString());
  if (size > LARGEST) throw new Error(`${path}: expected at most ${LARGEST} bytes, found ${size}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, git("cat-file", "blob", hash));
  if (path !== LEDGER) entries.add(path.replace(/\.pack\.gz$/, ".json"));
}

writeFileSync("entries.list", [...entries].map((path) => `${path}\0`).join(""));
if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `count=${entries.size}\n`);
console.log(`${entries.size} entries to check`);
