import { describe, expect, it } from 'vitest';
import { assetKindOf } from './asset-kind';
import { pictureSize } from './picture-size';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((it) => it.charCodeAt(0)) : part,
    ),
  );
const filler = Array.from({ length: 32 }, () => 0);

describe('the kind of a file', () => {
  it('is read from its bytes', () => {
    const kinds = [
      [bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
      [bytes('GIF89a'), 'image/gif'],
      [bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
      [bytes('RIFF', [1, 0, 0, 0], 'WAVEfmt '), 'audio/wav'],
      [bytes([0, 0, 0, 24], 'ftypisom'), 'video/mp4'],
      [bytes([0, 0, 0, 24], 'ftypqt  '), 'video/quicktime'],
      [bytes([0, 0, 0, 24], 'ftypM4A '), 'audio/mp4'],
      [bytes([0, 0, 0, 24], 'ftypheic'), 'image/heic'],
      [bytes('ID3', [4]), 'audio/mpeg'],
      [bytes([0xff, 0xfb, 0x90]), 'audio/mpeg'],
      [bytes('%PDF-1.7'), 'application/pdf'],
      [bytes([0x4d, 0x5a, 0x90]), 'application/octet-stream'],
      [bytes(), 'application/octet-stream'],
    ] as const;
    for (const [head, mimeType] of kinds) {
      expect(assetKindOf(head, 'poster.png').mimeType, mimeType).toBe(mimeType);
    }
  });

  it('takes the name only between files that begin alike', () => {
    const zip = bytes('PK', [3, 4]);
    expect(assetKindOf(zip, '话术.docx').kind).toBe('document');
    expect(assetKindOf(zip, '图片.zip').mimeType).toBe('application/zip');
    expect(assetKindOf(bytes('hello'), '文案.TXT').mimeType).toBe('text/plain');
    expect(assetKindOf(bytes('a', [0]), '文案.txt').kind).toBe('other');
    expect(assetKindOf(bytes('<svg/>'), 'logo.svg').kind).toBe('other');
  });
});

describe('the size of a picture', () => {
  it('stands in the head of each kind', () => {
    const jpeg = bytes(
      [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 0x04, 0x38, 0x07, 0x80],
      filler,
    );
    expect(pictureSize(jpeg, 'image/jpeg')).toEqual({ width: 1920, height: 1080 });
    const gif = bytes('GIF89a', [0x40, 0x01, 0xf0, 0x00]);
    expect(pictureSize(gif, 'image/gif')).toEqual({ width: 320, height: 240 });
    const lossy = bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', filler);
    lossy.set([0x80, 0x02, 0xe0, 0x01], 26);
    expect(pictureSize(lossy, 'image/webp')).toEqual({
      width: 640,
      height: 480,
    });
    const extended = bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', filler);
    extended.set([0x7f, 0x02, 0x00, 0xdf, 0x01, 0x00], 24);
    expect(pictureSize(extended, 'image/webp')).toEqual({ width: 640, height: 480 });
  });

  it('is unknown where the head is cut or says nothing possible', () => {
    expect(pictureSize(bytes([0xff, 0xd8, 0xff]), 'image/jpeg')).toBeUndefined();
    expect(pictureSize(bytes([0xff, 0xd8, 1, 2], filler), 'image/jpeg')).toBeUndefined();
    expect(pictureSize(bytes('GIF89a', [0, 0, 0, 0]), 'image/gif')).toBeUndefined();
    expect(pictureSize(bytes('%PDF-'), 'application/pdf')).toBeUndefined();
  });
});
