import { describe, expect, it } from 'vitest';
import { StemmaError } from '../../src/errors.ts';
import { decode, nameBinary } from '../../src/ingest/decode.ts';
import { ingest } from '../../src/ingest/index.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));

/** 中华人民共和国和俄罗斯联邦关于相互关系基础的联合声明 in GB 18030. */
const GB =
  'd6d0bbaac8cbc3f1b9b2bacdb9fabacdb6edc2decbb9c1aab0eeb9d8d3dacfe0bba5b9d8cfb5bbf9b4a1b5c4c1aabacfc9f9c3f7';
/** 聯合國教育科學文化組織關於文化財產的公約 in Big5. */
const BIG5 = 'c170a658b0eab1d0a87cacecbec7a4e5a4c6b2d5c2b4c3f6a9f3a4e5a4c6b05db2a3aabaa4bdacf9';
/** Договор между Российской Федерацией и Республикой Казахстан in windows-1251. */
const RUSSIAN =
  'c4eee3eee2eef020ece5e6e4f320d0eef1f1e8e9f1eaeee920d4e5e4e5f0e0f6e8e5e920e820d0e5f1eff3e1ebe8eaeee920cae0e7e0f5f1f2e0ed';

describe('bytes are decoded', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['UTF-8', utf8('中俄 “Treaty”'), 'utf-8', '中俄 “Treaty”'],
    ['UTF-8 with a mark', bytes('ef bb bf 41'), 'utf-8', '\ufeffA'],
    ['UTF-16, little end first', utf16('条约'), 'utf-16le', '\ufeff条约'],
    ['UTF-16, big end first', utf16('条约').map((_, i, all) => all[i ^ 1] ?? 0), 'utf-16be', '\ufeff条约'],
    ['GB 18030', bytes(GB), 'gb18030', '中华人民共和国和俄罗斯联邦关于相互关系基础的联合声明'],
    ['Big5', bytes(BIG5), 'big5', '聯合國教育科學文化組織關於文化財產的公約'],
    [
      'windows-1251',
      bytes(RUSSIAN),
      'windows-1251',
      'Договор между Российской Федерацией и Республикой Казахстан',
    ],
    [
      'windows-1252',
      bytes(
        `${Buffer.from('The Parties, recalling the ').toString('hex')}93${Buffer.from('Convention').toString('hex')}94`,
      ),
      'windows-1252',
      'The Parties, recalling the “Convention”',
    ],
    [
      'windows-1252, accents',
      bytes('436f6e76656e74696f6e20646520476e65766520e7e9'),
      'windows-1252',
      'Convention de Gneve çé',
    ],
    [
      'Macintosh',
      bytes(
        `${Buffer.from('a ').toString('hex')}d2${Buffer.from('society').toString('hex')}d3${Buffer.from(' of the world').toString('hex')}d5${Buffer.from('s plan 2013').toString('hex')}d0${Buffer.from('2020').toString('hex')}`,
      ),
      'macintosh',
      'a “society” of the world’s plan 2013–2020',
    ],
    ['CR LF', utf8('a\r\nb'), 'utf-8', 'a\r\nb'],
    ['CR alone', utf8('a\rb'), 'utf-8', 'a\rb'],
    ['form feeds', utf8('a\fb'), 'utf-8', 'a\fb'],
  ])('%s', (_, given, encoding, text) => {
    expect(decode(given)).toEqual({ text, encoding });
    expect(nameBinary(given)).toBeNull();
  });

  it('UTF-8 with a few broken bytes is UTF-8', () => {
    const given = Uint8Array.from([...utf8('中华人民共和国和俄罗斯联邦联合声明'.repeat(3)), 0xe4]);
    expect(decode(given).encoding).toBe('utf-8');
  });
});

describe('what is no text is named', () => {
  it.each<[string, Uint8Array, string]>([
    ['a PDF file', utf8('%PDF-1.7\n%âãÏÓ'), 'a PDF file'],
    ['a ZIP file', bytes('504b0304 1400'), 'a ZIP file (a Word document, perhaps)'],
    ['an old Office file', bytes('d0cf11e0a1b11ae1'), 'an old Microsoft Office file'],
    ['a PNG', bytes('89504e470d0a1a0a'), 'a picture'],
    ['a JPEG', bytes('ffd8ffe000104a46'), 'a picture'],
    ['a GIF', utf8('GIF89a'), 'a picture'],
    ['a gzip file', bytes('1f8b0800'), 'a gzip file'],
    ['a NUL', bytes('41 00 42'), 'a binary file'],
    ['control characters', bytes('01 02 03 41 42'), 'a binary file'],
  ])('%s', (_, given, name) => {
    expect(nameBinary(given)).toBe(name);
    expect(() => ingest(given, 'in/file')).toThrow(StemmaError);
    expect(() => ingest(given, 'in/file')).toThrow(`in/file: is ${name}`);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\r\n'],
    ['a byte order mark', '\ufeff'],
    ['a byte order mark and blanks', '\ufeff \n'],
  ])('%s is empty', (_, text) => {
    expect(() => ingest(utf8(text), 'in/file')).toThrow(/^in\/file: is empty/);
  });
});

describe('a document', () => {
  it('is known by its bytes alone', () => {
    const [one, other] = [ingest(utf8('the text of it'), 'one'), ingest(utf8('the text of it'), 'other')];
    expect(one.id).toMatch(/^doc:[0-9a-f]{16}$/);
    expect(one.id).toBe(other.id);
    expect(one.sha256.startsWith(one.id.slice(4))).toBe(true);
    expect(ingest(utf8('the text of it '), 'one').id).not.toBe(one.id);
  });
});
