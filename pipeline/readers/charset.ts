import { isUtf8 } from "node:buffer";
import { getEncoding } from "encoding-sniffer";

/** What browsers take a page for that tells no charset and is no UTF-8. */
const LAST_RESORT = "windows-1252";

/**
 * The text of a page's bytes, in the charset that its byte order mark, the header (`charset` of Content-Type, where there is one) or its
 * own `meta` or XML declaration tells, in this order. Where none does, UTF-8 if the bytes are, else windows-1252, as browsers take it.
 */
export function decodePage(bytes: Uint8Array, charset?: string): string {
  const label = getEncoding(bytes, {
    defaultEncoding: isUtf8(bytes) ? "utf-8" : LAST_RESORT,
    ...(charset === undefined ? {} : { transportLayerEncodingLabel: charset }),
  });
  return decoderOf(label).decode(bytes);
}

/** A label that this machine cannot decode is read as the last resort: every byte is then some character. */
function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(LAST_RESORT);
  }
}
