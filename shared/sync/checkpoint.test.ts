import { describe, expect, it } from 'vitest';
import { decodeCheckpointPart, encodeCheckpointPart } from './checkpoint';

const part = {
  scopes: ['group-a', 'intake'],
  form: 'gzip' as const,
  index: Uint8Array.of(1, 2, 3),
  body: Uint8Array.of(9, 8, 7, 6),
};

describe('a part of a state', () => {
  it('comes back as it was', () => {
    const back = decodeCheckpointPart(encodeCheckpointPart(part));
    expect({ ...back, index: [...back.index], body: [...back.body] }).toEqual({
      ...part,
      index: [1, 2, 3],
      body: [9, 8, 7, 6],
    });
  });

  it('is refused when it is cut at any byte, or runs over', () => {
    const bytes = encodeCheckpointPart(part);
    for (let length = 0; length < bytes.byteLength; length += 1) {
      expect(() => decodeCheckpointPart(bytes.subarray(0, length))).toThrow('frame-damaged');
    }
    const longer = new Uint8Array(bytes.byteLength + 1);
    longer.set(bytes);
    expect(() => decodeCheckpointPart(longer)).toThrow('frame-damaged');
  });

  it('without labels is none', () => {
    expect(() => decodeCheckpointPart(encodeCheckpointPart({ ...part, scopes: [] }))).toThrow(
      'frame-damaged',
    );
  });
});
