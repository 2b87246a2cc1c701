/** How a text stands in its file, so that it can be written back the same way. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949';
  /** Whether a byte-order mark stands before the text. */
  readonly mark: boolean;
}

/** Why bytes are no text: they are another kind of file, no UTF-8 (`at` is the offset of the first such byte), damaged UTF-16. */
export type NoText =
  | { readonly why: 'binary'; readonly looksLike: string | null }
  | { readonly why: 'encoding'; readonly at: number }
  | { readonly why: 'utf-16' };

export type Decoded = { readonly text: string; readonly encoding: Encoding } | NoText;

/**
 * Bytes as text, the byte-order mark removed: UTF-8; UTF-16 where a byte-order mark says so; and CP949 (EUC-KR), in
 * which older Korean programs save plain text, where the bytes read as ordinary Hangul.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return inFull(bytes.subarray(2), { name: 'utf-16le', mark: true });
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return inFull(bytes.subarray(2), { name: 'utf-16be', mark: true });
  const looksLike = signatureOf(bytes);
  if (looksLike !== null || bytes.subarray(0, 65536).includes(0)) return { why: 'binary', looksLike };
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = mark ? bytes.subarray(3) : bytes;
  const text = strictly(body, 'utf-8');
  if (text !== null) return { text, encoding: { name: 'utf-8', mark } };
  if (!mark && readsAsHangul(body)) {
    const korean = strictly(body, 'euc-kr');
    if (korean !== null) return { text: korean, encoding: { name: 'cp949', mark: false } };
  }
  return { why: 'encoding', at: firstInvalid(body) + (mark ? 3 : 0) };
}

/** Text as bytes of an encoding; null where a character cannot be written in it. */
export function encode(text: string, { name, mark }: Encoding): Uint8Array | null {
  switch (name) {
    case 'utf-8':
      return Buffer.from(mark ? `\ufeff${text}` : text, 'utf8');
    case 'utf-16le':
      return Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le').swap16();
    case 'cp949':
      return inCp949(text);
  }
}

const signatures: readonly [string, string][] = [
  ['%PDF', 'PDF'],
  ['PK\x03\x04', 'DOCX, HWPX or ZIP'],
  ['\xd0\xcf\x11\xe0', 'HWP or DOC'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['{\\rtf', 'RTF'],
];

/** What kind of file the first bytes tell, or null. */
function signatureOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return signatures.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}

function inFull(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = strictly(bytes, encoding.name);
  return text === null ? { why: 'utf-16' } : { text, encoding };
}

function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether nearly all pairs of high bytes are Hangul syllables of the common set (KS X 1001 rows 16 to 40). */
function readsAsHangul(bytes: Uint8Array): boolean {
  let hangul = 0;
  let pairs = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    pairs++;
    if (lead >= 0xb0 && lead <= 0xc8 && bytes[i + 1]! >= 0xa1) hangul++;
    i++;
  }
  return hangul >= 8 && hangul >= pairs * 0.75;
}

/** Offset of the first byte that is no UTF-8: the end of the longest start that is, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  const readable = (length: number, stream = true): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (readable(middle)) low = middle;
    else high = middle - 1;
  }
  while (!readable(low, false)) low--; // back over the beginning of a character that does not go on
  return low;
}

function inCp949(text: string): Uint8Array | null {
  const table = cp949Table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else {
      const pair = table.get(character);
      if (pair === undefined) return null;
      bytes.push(pair >> 8, pair & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** Every character that CP949 writes in two bytes, read from the decoder itself. */
function cp949Table(): Map<string, number> {
  const decoder = new TextDecoder('euc-kr');
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) {
        table.set(character, (lead << 8) | trail);
      }
    }
  }
  return table;
}
