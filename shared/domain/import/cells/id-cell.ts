import { isCellError, isLongNumber, type RawCell } from '../sheet';
import { valueText } from './text-cell';

export type IdCell =
  | { kind: 'none' }
  | { kind: 'id'; id: string }
  | { kind: 'bad'; code: 'id-destroyed' };

const E_NOTATION = /^\d(?:\.\d+)?e\+?\d{2,}$/i;
const DESTROYED: IdCell = { kind: 'bad', code: 'id-destroyed' };

/**
 * An order number or another id, always as text. A number of 2^53 and more, or one shown in
 * E-notation, has lost digits on the way: it is refused instead of matched to a neighbour. So is a
 * long number whose digits the file still has, until somebody says that they are the id.
 */
export function parseIdCell(cell: RawCell | undefined): IdCell {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return { kind: 'none' };
    return Math.abs(cell) > Number.MAX_SAFE_INTEGER ? DESTROYED : { kind: 'id', id: String(cell) };
  }
  if (isLongNumber(cell)) return DESTROYED;
  if (isCellError(cell)) return { kind: 'none' };
  return idOfText(valueText(cell));
}

/** The same for a cell's value text. */
export function idOfText(text: string): IdCell {
  if (text === '') return { kind: 'none' };
  if (E_NOTATION.test(text)) return DESTROYED;
  return { kind: 'id', id: text.length > 40 ? text.replace(/\s+/g, ' ') : text };
}
