// A module of its own: only what is named here goes into the page, not the whole library.
export { sha256 } from "@noble/hashes/sha2.js";
export { bytesToHex } from "@noble/hashes/utils.js";
