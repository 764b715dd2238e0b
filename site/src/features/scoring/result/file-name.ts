/** Bytes that a name may have in UTF-8; file systems take 255, and browsers add to a name that is taken. */
const LONGEST = 200;

/** Separators of paths, and what Windows takes in no name. */
const RESERVED = /[/\\:*?"<>|]/g;
/** Control and format characters (bidi overrides among them), breaks of lines, private, unassigned and half characters. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;
/** Names of devices, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=\.|$)/i;

/** A name that is a file's own on every system, and looks like what it is; names of systems and files come from anywhere. Keeps the ending. */
export function fileName(text: string): string {
  const clean = text
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(RESERVED, "-")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  const [, stem = "", ending = ""] = /^(.*?)(\.[\w.-]{1,20})?$/su.exec(clean) ?? [];
  const short = cut(stem, LONGEST - ending.length).replace(/[\s.]+$/u, "");
  if (short === "") return `download${ending}`;
  return `${DEVICE.test(short) ? "_" : ""}${short}${ending}`;
}

/** As many whole characters as fit into a number of bytes. */
function cut(text: string, bytes: number): string {
  const characters = [...text];
  const encoder = new TextEncoder();
  let left = bytes;
  const fits = characters.findIndex((character) => {
    left -= encoder.encode(character).length;
    return left < 0;
  });
  return fits < 0 ? text : characters.slice(0, fits).join("");
}
