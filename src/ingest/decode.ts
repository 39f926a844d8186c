/** Bytes → text. Nothing is stripped: a byte order mark stays one unit, CR LF two. */
import { analyse } from 'chardet';

export type Decoded = Readonly<{ text: string; encoding: string }>;

/** Bytes that tell of nothing but a program: a text in any encoding but UTF-16 has no NUL. */
const SAMPLE_BYTES = 16_384;
/** Control characters show sooner. */
const HEAD_BYTES = 4_096;

/** By byte: 1 for one that no text has, in whatever encoding; 0x1a ends old files, 0x1b begins escapes. */
const CONTROL = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b) ? 1 : 0,
);

/** What a file that is no text begins with, and what it is. */
const MAGIC: readonly (readonly [prefix: string, name: string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a ZIP file (a Word document, perhaps)'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Microsoft Office file'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'a gzip file'],
];

/** What the bytes are when they are no text, or null: “a PDF file”, “a binary file”. */
export function nameBinary(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [prefix, name] of MAGIC) if (head.startsWith(prefix)) return name;
  if (utf16Of(bytes)) return null;
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0)) return 'a binary file';
  const length = Math.min(bytes.length, HEAD_BYTES);
  let controls = 0;
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i] ?? 0;
    // Most bytes are letters: the table is asked about few.
    if (byte < 32) controls += CONTROL[byte] ?? 0;
  }
  return controls > length / 20 ? 'a binary file' : null;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes: byte order marks first, then UTF-8 if the bytes are that, else the likeliest legacy encoding. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return decodeAs(bytes, utf16);
  try {
    return { text: UTF8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return decodeAs(bytes, guessLegacy(bytes));
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding };
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Legacy encodings that texts of treaties come in, as chardet names them. */
const LEGACY: Readonly<Record<string, string>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  'windows-1251': 'windows-1251',
  'KOI8-R': 'koi8-r',
  'ISO-8859-5': 'iso-8859-5',
  'windows-1252': 'windows-1252',
  'ISO-8859-1': 'windows-1252',
  'windows-1250': 'windows-1250',
  Shift_JIS: 'shift_jis',
  'EUC-KR': 'euc-kr',
};

/**
 * The encoding of bytes that are not UTF-8. A text that is mostly ASCII is Western: a few stray bytes are
 * accents, quotes and dashes, and statistics over so few mislead. A text that is UTF-8 but for a few broken
 * bytes is UTF-8.
 */
function guessLegacy(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let high = 0;
  for (let i = 0; i < sample.length; i += 1) high += (sample[i] ?? 0) >> 7;
  if (high > 20 && brokenIn(sample) * 10 < high) return 'utf-8';
  if (high * 10 < sample.length) return isMacintosh(sample) ? 'macintosh' : 'windows-1252';
  for (const { name } of analyse(sample)) {
    const encoding = LEGACY[name];
    if (encoding !== undefined) return encoding;
  }
  return 'windows-1252';
}

/** How many bytes or runs of bytes are no UTF-8. */
function brokenIn(sample: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(sample);
  let broken = 0;
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) broken += 1;
  return broken;
}

/**
 * Whether stray bytes make sense as an old Macintosh wrote them: “world\xd5s”, “\xd2best buys\xd3”, “2013\xd02020”, where
 * Windows would have capital letters inside words.
 */
function isMacintosh(sample: Uint8Array): boolean {
  let mac = 0;
  let windows = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const byte = sample[i] ?? 0;
    if (byte < 128) continue;
    const before = sample[i - 1] ?? 32;
    const after = sample[i + 1] ?? 32;
    if ((byte >= 0x91 && byte <= 0x97) || byte >= 0xe0) windows += 1;
    else if (byte === 0xd5 || byte === 0xd3) mac += isSmall(before) ? 1 : 0;
    else if (byte === 0xd2 || byte === 0xd4) mac += isAsciiLetter(after) && !isAsciiLetter(before) ? 1 : 0;
    else if (byte === 0xd0 || byte === 0xd1) mac += isDigit(before) || before === 32 ? 1 : 0;
    else if (byte === 0x8e) mac += isSmall(before) && isSmall(after) ? 1 : 0;
  }
  return mac > windows;
}

function isSmall(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}
function isAsciiLetter(byte: number): boolean {
  return isSmall(byte | 32);
}
function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
