/**
 * What one archive may unfold to. A sheet of 1 000 000 rows × 14 columns is about 0.6 GB of XML, packed
 * eight times; repeated markup of real exports stays under a hundred times.
 */
export const LIMITS = {
  inflatedBytes: 2 ** 31,
  /** What SheetJS may hold at once, which keeps whole parts as text. */
  inflatedBytesForFallback: 384 * 2 ** 20,
  /** Beyond `ratioFromBytes` an archive that unfolds more than this is no export. */
  ratio: 200,
  ratioFromBytes: 24 * 2 ** 20,
  /** Parts that are read whole: the list of sheets, relationships, styles. */
  smallPartBytes: 32 * 2 ** 20,
  /** The longest run of text or markup without a break. */
  tokenBytes: 64 * 2 ** 20,
  textBytes: 512 * 2 ** 20,
  texts: 24_000_000,
  packedBytes: 512 * 2 ** 20,
  /** Rows × columns of the table that all cells span, blank ones too: what is read on walks over it. */
  tableCells: 2 ** 31,
  merges: 4_000_000,
  rows: 1_048_576,
  columns: 16_384,
} as const;
