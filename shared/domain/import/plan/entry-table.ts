import { itemsOf, type LazyList } from './list';
import type { PlanAction } from './plan';
import type { CellProblem, WarningCode } from './problems';

const ACTION_CODES: readonly PlanAction[] = [
  'create',
  'update',
  'unchanged',
  'confirm',
  'rejected',
];
const CODE_OF = { create: 0, update: 1, unchanged: 2, confirm: 3, rejected: 4 } as const;
const NO_WARNINGS: readonly CellProblem<WarningCode>[] = [];

/** Which sheet rows (0-based) make up each entry: those of entry `i` end at `ends[i]`. */
export type EntryRows = { ends: Uint32Array; rows: Uint32Array };

/** What the table knows of an entry: enough to make it an object when it is looked at. */
export type PackedEntry<Rare> = {
  action: PlanAction;
  /** A new record's place, or a stored record's handle. */
  ref: number;
  rows: number[];
  warnings: readonly CellProblem<WarningCode>[];
  rare: Rare | undefined;
};

type Row<Rare> = { action: PlanAction; ref: number; rare?: Rare };

/** A plan's entries, each made when it is looked at; what many ask of it is told without making any. */
export type PlanEntries<Entry> = LazyList<Entry> & {
  actionAt(place: number): PlanAction;
  warningsAt(place: number): readonly CellProblem<WarningCode>[];
  /** Whom or what an entry is about: a new one's place or a stored one's handle, as each plan says. */
  refAt(place: number): number;
  /** The sheet rows (0-based) of an entry. */
  rowsAt(place: number): Uint32Array;
  /** Places of the entries that have a warning or something of their own (all but new and unchanged). */
  notable(): number[];
  /** The places of all entries with this action. */
  placesOf(action: PlanAction): number[];
};

/**
 * One small record for each entry of a plan. Objects are kept only for what is rare: `rare` holds
 * whatever an update, an open question or a refusal has of its own.
 */
export class EntryTable<Entry, Rare> implements PlanEntries<Entry> {
  length = 0;
  private readonly actions: Uint8Array;
  private readonly refs: Int32Array;
  private readonly rares = new Map<number, Rare>();
  private readonly warned = new Map<number, readonly CellProblem<WarningCode>[]>();

  constructor(
    private readonly covered: EntryRows,
    private readonly unpack: (packed: PackedEntry<Rare>) => Entry,
  ) {
    this.actions = new Uint8Array(covered.ends.length);
    this.refs = new Int32Array(covered.ends.length);
  }

  add({ action, ref, rare }: Row<Rare>, warnings: readonly CellProblem<WarningCode>[]): void {
    const place = this.length;
    this.actions[place] = CODE_OF[action];
    this.refs[place] = ref;
    if (rare !== undefined) this.rares.set(place, rare);
    if (warnings.length > 0) this.warned.set(place, warnings);
    this.length += 1;
  }

  actionAt(place: number): PlanAction {
    return ACTION_CODES[this.actions[place] ?? CODE_OF.rejected] ?? 'rejected';
  }

  refAt(place: number): number {
    return this.refs[place] ?? 0;
  }

  warningsAt(place: number): readonly CellProblem<WarningCode>[] {
    return this.warned.get(place) ?? NO_WARNINGS;
  }

  notable(): number[] {
    const places = new Set([...this.rares.keys(), ...this.warned.keys()]);
    return [...places].sort((a, b) => a - b);
  }

  placesOf(action: PlanAction): number[] {
    const code = CODE_OF[action];
    const places: number[] = [];
    for (let place = 0; place < this.length; place++) {
      if (this.actions[place] === code) places.push(place);
    }
    return places;
  }

  rowsAt(place: number): Uint32Array {
    const { ends, rows } = this.covered;
    return rows.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
  }

  at(place: number): Entry | undefined {
    if (place < 0 || place >= this.length) return undefined;
    return this.unpack({
      action: this.actionAt(place),
      ref: this.refAt(place),
      rows: Array.from(this.rowsAt(place), (row) => row + 1),
      warnings: this.warningsAt(place),
      rare: this.rares.get(place),
    });
  }

  [Symbol.iterator](): IterableIterator<Entry> {
    return itemsOf<Entry>(this);
  }
}
