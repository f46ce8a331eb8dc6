import type { PhoneCell } from '../cells/phone-cell';
import { foldText } from '../cells/text-cell';
import { matchBuyer } from './match-member';
import { named, nameFor } from './member-values';
import type { MemberValues, NewMember } from './plan';
import type { ConfirmReason } from './problems';
import type { Person, Roster } from './roster';
import type { RowReader } from './row-reader';

export type Buyer = {
  values: MemberValues;
  receiver: string | undefined;
  /** E.164, or the cell's own text where the platform hid digits. */
  receiverPhone: string | undefined;
};

/** `known`: what another cell of the row said, which is often the very same number. */
function readPhone(
  reader: RowReader,
  field: 'buyerPhone' | 'receiverPhone',
  known?: PhoneCell,
): PhoneCell {
  const column = reader.seek(field);
  const parsed = reader.phone(field, column);
  if (parsed.kind === 'bad') reader.warn('phone-left-out', column);
  if (parsed.kind !== 'phone' || parsed.others.length === 0) return parsed;
  const isSaidAgain =
    known !== undefined && reader.find('buyerPhone').cell === reader.find('receiverPhone').cell;
  if (!isSaidAgain) reader.warn('phone-several', column);
  return parsed;
}

function readId(reader: RowReader, field: 'buyerWechatId' | 'buyerCode'): string | undefined {
  const column = reader.seek(field);
  if (column < 0) return undefined;
  const parsed = reader.id(field, column);
  return parsed.kind === 'id' ? parsed.id.slice(0, 100) : undefined;
}

/**
 * Who bought, from the row in hand. The buyer's own phone goes before the receiver's; with the
 * receiver's phone the person is called by the receiver's name and keeps the nickname beside it.
 */
export function readBuyer(reader: RowReader): Buyer {
  const buyerName = reader.line('buyerName', 200);
  const receiver = reader.line('receiver', 200);
  const own = readPhone(reader, 'buyerPhone');
  const theirs = readPhone(reader, 'receiverPhone', own);
  const hasOwn = own.kind === 'phone' || own.kind === 'masked';
  const phone = hasOwn ? own : theirs;
  const name = hasOwn ? (buyerName ?? receiver) : (receiver ?? buyerName);
  const values: MemberValues = {};
  if (name) values.name = name;
  if (buyerName && buyerName !== name) values.groupNickname = buyerName;
  if (phone.kind === 'phone') values.phone = phone.phone;
  if (phone.kind === 'masked') values.phoneMasked = phone.text;
  const wechatId = readId(reader, 'buyerWechatId');
  if (wechatId) values.wechatId = wechatId;
  const code = readId(reader, 'buyerCode');
  if (code) values.backOfficeId = code;
  const receiverPhone =
    theirs.kind === 'phone'
      ? theirs.phone
      : reader.value('receiverPhone').slice(0, 40) || undefined;
  return { values, receiver, receiverPhone };
}

export type PlacedBuyer =
  | { kind: 'nobody' }
  | { kind: 'known'; person: Person }
  | { kind: 'confirm'; person: Person; reason: ConfirmReason; values: NewMember['values'] };

/** Finds the buyer on the roster or puts them on it as a new member. */
export function placeBuyer(roster: Roster, buyer: MemberValues): PlacedBuyer {
  const name = nameFor(buyer);
  if (name === undefined) return { kind: 'nobody' };
  const values = named(buyer, name);
  const match = matchBuyer(values, roster);
  if (match.kind === 'same') return { kind: 'known', person: match.person };
  if (match.kind === 'nobody') return { kind: 'known', person: roster.add(values, []) };
  const { person, reason } = match;
  // Two orders of one file under the same nickname and nothing else are one buyer's.
  if (person < 0 && isSameWeakly(roster, person, values)) return { kind: 'known', person };
  return { kind: 'confirm', person, reason, values };
}

function isSameWeakly(roster: Roster, person: Person, values: MemberValues): boolean {
  if (roster.text(person, 'phone') || values.phone) return false;
  if (roster.text(person, 'phoneMasked') !== values.phoneMasked) return false;
  return foldText(roster.text(person, 'name') ?? '') === foldText(values.name ?? '');
}
