/** Thrown where a record says more than it holds. */
export class BrokenRecord extends Error {}

const CHUNK = 4096;

/** Letters of a byte each: code pages apart, the first 256 of Unicode. */
function narrow(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return text;
}

const wide = new TextDecoder('utf-16le', { ignoreBOM: true });

const FLAG = { wide: 1, extended: 4, rich: 8 } as const;

/**
 * Reads through a record and those that continue it. A text that goes over from one into the next
 * says there again how wide its letters are.
 */
export function openPieces(pieces: readonly Uint8Array[]) {
  let index = 0;
  let at = 0;

  const piece = () => pieces[index] ?? new Uint8Array(0);

  function next(): boolean {
    while (at >= piece().length) {
      if (index + 1 >= pieces.length) return false;
      index += 1;
      at = 0;
    }
    return true;
  }

  function byte(): number {
    if (!next()) throw new BrokenRecord('a text beyond its record');
    return piece()[at++] ?? 0;
  }

  const short = () => byte() | (byte() << 8);
  const long = () => short() + short() * 65_536;

  function skip(length: number): void {
    for (let left = length; left > 0; ) {
      if (!next()) throw new BrokenRecord('an extension beyond its record');
      const step = Math.min(left, piece().length - at);
      at += step;
      left -= step;
    }
  }

  function letters(count: number, flags: number): string {
    let text = '';
    let isWide = (flags & FLAG.wide) !== 0;
    for (let left = count; left > 0; ) {
      if (at >= piece().length) {
        if (!next()) throw new BrokenRecord('letters beyond their record');
        isWide = (byte() & FLAG.wide) !== 0;
      }
      const size = isWide ? 2 : 1;
      const taken = Math.min(left, Math.floor((piece().length - at) / size));
      if (taken === 0) throw new BrokenRecord('half a letter');
      const bytes = piece().subarray(at, at + taken * size);
      text += isWide ? wide.decode(bytes) : narrow(bytes);
      at += taken * size;
      left -= taken;
    }
    return text;
  }

  return {
    long,
    hasMore: next,
    /** A text of Excel 97 and later, its formatting and its phonetic reading passed over. */
    text(count: number = short()): string {
      const flags = byte();
      const runs = (flags & FLAG.rich) !== 0 ? short() : 0;
      const extension = (flags & FLAG.extended) !== 0 ? long() : 0;
      const text = letters(count, flags);
      skip(runs * 4);
      skip(extension);
      return text;
    },
  };
}
