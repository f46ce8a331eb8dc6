import type { IdTable } from '../index/id-table';

const NOT_LOOKED = -2;

/** Numbers of one table of ids in another, looked up once. */
export class NumberBridge {
  private numbers = new Int32Array(0);
  private seen = 0;

  constructor(
    readonly from: IdTable,
    readonly to: IdTable,
  ) {}

  /** To be called before a round of questions: who was nobody may have come meanwhile. */
  refresh(): void {
    if (this.to.size !== this.seen) {
      for (let i = 0; i < this.numbers.length; i += 1) {
        if (this.numbers[i] === -1) this.numbers[i] = NOT_LOOKED;
      }
      this.seen = this.to.size;
    }
    if (this.from.size <= this.numbers.length) return;
    const grown = new Int32Array(this.from.size + 1024).fill(NOT_LOOKED);
    grown.set(this.numbers);
    this.numbers = grown;
  }

  /** −1 for somebody whom the other table does not know. */
  numberOf(number: number): number {
    const known = this.numbers[number] ?? NOT_LOOKED;
    if (known !== NOT_LOOKED) return known;
    const found = this.to.numberOf(this.from.idOf(number));
    this.numbers[number] = found;
    return found;
  }
}
