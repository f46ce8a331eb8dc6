import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrames, encodeFrame, type Frame, PROTOCOL_VERSION } from './wire';

const MAX = 1 << 16;
const frame = fc
  .array(
    fc.record({
      scopes: fc.array(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      index: fc.uint8Array({ maxLength: 20 }),
      body: fc.uint8Array({ maxLength: 50 }),
    }),
    { maxLength: 4 },
  )
  .map(
    (parts): Frame => ({
      header: {
        protocol: PROTOCOL_VERSION,
        base: 3,
        op: {
          seq: 1,
          id: 'op',
          deviceId: 'd',
          workspaceId: 'w',
          command: 'groups.create',
          at: 1,
          hlc: 'h',
          schemaVersion: 6,
        },
        parts: parts.map(({ scopes, index, body }) => ({
          scopes,
          index: index.byteLength,
          body: body.byteLength,
          form: 'gzip' as const,
        })),
      },
      parts: parts.map(({ index, body }) => ({ index, body })),
    }),
  );
const joined = (frames: readonly Frame[]) => {
  const all = frames.map(encodeFrame);
  const bytes = new Uint8Array(all.reduce((sum, it) => sum + it.byteLength, 0));
  let place = 0;
  for (const it of all) {
    bytes.set(it, place);
    place += it.byteLength;
  }
  return bytes;
};
const plain = ({ header, parts }: Frame) => ({
  header,
  parts: parts.map(({ index, body }) => [[...index], [...body]]),
});

describe('frames on the wire', () => {
  it('come out as they went in, one after another', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 5 }), (frames) => {
        expect([...decodeFrames(joined(frames), MAX)].map(plain)).toEqual(frames.map(plain));
      }),
    );
  });

  it('are refused by name wherever they are cut', () => {
    fc.assert(
      fc.property(frame, fc.nat(), (one, cut) => {
        const bytes = encodeFrame(one);
        const short = bytes.subarray(0, 1 + (cut % (bytes.byteLength - 1)));
        expect(() => [...decodeFrames(short, MAX)]).toThrow(
          expect.objectContaining({ code: 'frame-damaged' }),
        );
      }),
    );
  });

  it('are refused where the header claims more than is allowed, before it is read', () => {
    const bytes = new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x7b]);
    expect(() => [...decodeFrames(bytes, MAX)]).toThrow(
      expect.objectContaining({ code: 'frame-damaged' }),
    );
  });
});
