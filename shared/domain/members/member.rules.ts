import { type PhoneProblem, parsePhoneCell } from '@shared/domain/import/cells/phone-cell';

/** What somebody typed into a phone field. `masked`: digits are hidden, so it is no number to keep. */
export type TypedPhone =
  | { kind: 'none' }
  | { kind: 'phone'; phone: string }
  | { kind: 'problem'; problem: PhoneProblem | 'phone-masked' };

/**
 * Reads a phone number as people type it (blanks, dashes, +86, full-width digits) into E.164. Of
 * several numbers in one field the first counts.
 */
export function readTypedPhone(text: string): TypedPhone {
  const cell = parsePhoneCell(text);
  if (cell.kind === 'none') return { kind: 'none' };
  if (cell.kind === 'phone') return { kind: 'phone', phone: cell.phone };
  return { kind: 'problem', problem: cell.kind === 'masked' ? 'phone-masked' : cell.code };
}
