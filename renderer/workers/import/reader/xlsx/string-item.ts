import { nameCode } from './markup';
import { TextPieces } from './text-pieces';

const TEXT = nameCode('t');
const RUN = nameCode('r');

/**
 * The text of a string item, shared or in its cell: its own text, or its runs one after another.
 * Whatever else it holds is left out, first of all the reading of Chinese and Japanese words (`rPh`).
 */
export class StringItem {
  readonly pieces = new TextPieces();
  takesText = false;
  private depth = 0;
  private skippedFrom = 0;

  begin(): void {
    this.pieces.clear();
    this.takesText = false;
    this.depth = 0;
    this.skippedFrom = 0;
  }

  enter(name: number): void {
    this.depth += 1;
    if (this.skippedFrom > 0) return;
    if (name === TEXT) this.takesText = true;
    else if (name !== RUN) this.skippedFrom = this.depth;
  }

  /** True when it is the item itself that ends. */
  leave(): boolean {
    if (this.depth === 0) return true;
    if (this.skippedFrom === this.depth) this.skippedFrom = 0;
    else if (this.skippedFrom === 0) this.takesText = false;
    this.depth -= 1;
    return false;
  }
}
