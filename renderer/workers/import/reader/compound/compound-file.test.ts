import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CFB } from 'xlsx';
import { refusalOf } from '../testing/rows-of';
import { DamagedCompoundFile, openCompoundFile } from './compound-file';

const filled = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed) & 255);

function compound(streams: Record<string, Uint8Array>): Uint8Array {
  const made = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) {
    CFB.utils.cfb_add(made, `/${name}`, [...content]);
  }
  return Uint8Array.from(CFB.write(made, { type: 'array' }) as number[]);
}

/** One large stream, then the tables, the list of those beyond 109, the names. */
function largeCompound(content: Uint8Array): Uint8Array {
  const sectors = content.length / 512;
  const tables = Math.ceil((sectors + 200) / 128);
  const list = sectors + tables;
  const bytes = new Uint8Array(512 * (list + 3));
  const into = new DataView(bytes.buffer);
  const place = (sector: number) => (sector + 1) * 512;
  const header: [number, number][] = [
    [44, tables],
    [48, list + 1],
    [56, 4096],
    [60, 0xfffffffe],
    [68, list],
    [72, 1],
  ];
  for (const [at, value] of header) into.setUint32(at, value, true);
  into.setUint16(30, 9, true);
  into.setUint16(32, 6, true);
  bytes.set(content, 512);
  bytes.fill(0xff, place(sectors), place(list + 1));
  for (let sector = 0; sector < sectors; sector++) {
    const next = sector + 1 < sectors ? sector + 1 : 0xfffffffe;
    into.setUint32(place(sectors) + sector * 4, next, true);
  }
  into.setUint32(place(sectors) + (list + 1) * 4, 0xfffffffe, true);
  for (let table = 0; table < tables; table++) {
    const at = table < 109 ? 76 + table * 4 : place(list) + (table - 109) * 4;
    into.setUint32(at, sectors + table, true);
  }
  into.setUint32(place(list) + 508, 0xfffffffe, true);
  const names = ['Root Entry', 'Workbook'];
  names.forEach((name, entry) => {
    const at = place(list + 1) + entry * 128;
    for (let letter = 0; letter < name.length; letter++) {
      into.setUint16(at + letter * 2, name.charCodeAt(letter), true);
    }
    into.setUint16(at + 64, name.length * 2 + 2, true);
    bytes[at + 66] = entry === 0 ? 5 : 2;
    for (const link of [68, 72, 76]) into.setUint32(at + link, 0xffffffff, true);
    if (entry === 0) into.setUint32(at + 76, 1, true);
    into.setUint32(at + 120, entry === 0 ? 0 : content.length, true);
  });
  return bytes;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer);
/** Where the allocation table lies: its first sector is named in the header. */
const tableAt = (bytes: Uint8Array) => (view(bytes).getUint32(76, true) + 1) * 512;

describe('a compound file', () => {
  it('gives each stream at its top, small and large, by its name', () => {
    const streams = {
      Workbook: filled(70_000, 1),
      Small: filled(100, 2),
      Edge: filled(4096, 3),
      Even: filled(512 * 20, 4),
    };
    const file = openCompoundFile(compound(streams));
    for (const [name, content] of Object.entries(streams)) {
      expect(file.stream(name.toUpperCase())).toEqual(content);
    }
    expect(file.stream('Book')).toBeUndefined();
    expect(file.names).toEqual(expect.arrayContaining(Object.keys(streams)));
  });

  it('does not take a stream of an embedded object for its own', () => {
    const made = CFB.utils.cfb_new();
    CFB.utils.cfb_add(made, '/MBD0001/Workbook', [1, 2, 3]);
    const bytes = Uint8Array.from(CFB.write(made, { type: 'array' }) as number[]);
    expect(openCompoundFile(bytes).stream('Workbook')).toBeUndefined();
  });

  it('with more tables than fit its header is read as well', () => {
    const content = filled(512 * 16_000, 5);
    const stream = openCompoundFile(largeCompound(content)).stream('Workbook');
    expect(stream && Buffer.compare(stream, content)).toBe(0);
  });

  it('gives a stream that states more than was written as far as it goes, where that will do', () => {
    const content = filled(512 * 40, 6);
    const bytes = largeCompound(content);
    const table = tableAt(bytes);
    view(bytes).setUint32(table + 20 * 4, 0xfffffffe, true);
    const file = openCompoundFile(bytes);
    expect(() => file.stream('Workbook')).toThrow(DamagedCompoundFile);
    expect(file.streamAsFar('Workbook')).toEqual(content.subarray(0, 512 * 21));
  });

  const breakIt: [string, (bytes: Uint8Array) => void][] = [
    [
      'a chain that leads back to itself',
      (bytes) => {
        const table = tableAt(bytes);
        for (let entry = 0; entry < 120; entry++)
          view(bytes).setUint32(table + entry * 4, entry, true);
      },
    ],
    [
      'chains that lead in a circle',
      (bytes) => {
        const table = tableAt(bytes);
        for (let entry = 0; entry < 120; entry++) {
          view(bytes).setUint32(table + entry * 4, (entry + 1) % 120, true);
        }
      },
    ],
    [
      'chains that lead outside',
      (bytes) => {
        const table = tableAt(bytes);
        for (let entry = 0; entry < 120; entry++)
          view(bytes).setUint32(table + entry * 4, 1e6, true);
      },
    ],
    ['a table larger than the file', (bytes) => view(bytes).setUint32(44, 0xffffff, true)],
    [
      'a list of tables in a circle',
      (bytes) => {
        view(bytes).setUint32(44, 120, true);
        view(bytes).setUint32(68, 0, true);
      },
    ],
    ['sectors of 2 to the 60', (bytes) => view(bytes).setUint16(30, 60, true)],
    ['names that start nowhere', (bytes) => view(bytes).setUint32(48, 0xfffffff0, true)],
    ['no sectors', (bytes) => bytes.fill(0xff, 512)],
  ];

  it.each(breakIt)('is refused at once when it has %s', async (_, damage) => {
    const bytes = compound({ Workbook: filled(60_000, 1), EncryptionInfo: filled(300, 2) });
    damage(bytes);
    const startedAt = performance.now();
    expect(await refusalOf(bytes)).toBe('import-damaged');
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('whatever byte is broken, opens or says that it is damaged', () => {
    const good = compound({ Workbook: filled(9000, 1), Small: filled(200, 2) });
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(damage, fc.nat(good.length), (changes, cut) => {
        const bytes = good.slice(0, cut % 3 === 0 ? cut : good.length);
        for (const [place, byte] of changes) if (place < bytes.length) bytes[place] = byte;
        try {
          const file = openCompoundFile(bytes);
          for (const name of file.names) file.stream(name);
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedCompoundFile);
        }
      }),
      { numRuns: 300 },
    );
  });
});
