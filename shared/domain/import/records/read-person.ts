import { parseIdCell } from '../cells/id-cell';
import { parsePhoneCell } from '../cells/phone-cell';
import type { MemberValues } from '../plan/plan';
import type { CellFinder } from './cell-finder';

const IDS = ['wecomId', 'unionId', 'backOfficeId', 'wechatId'] as const;

/** Who a row is about, as far as it says; unreadable keys reject the row. */
export function readPerson(finder: CellFinder): MemberValues {
  const values: MemberValues = {};
  const name = finder.line('name', 200);
  if (name) values.name = name;
  const nickname = finder.line('groupNickname', 200);
  if (nickname) values.groupNickname = nickname;
  const phone = finder.find('phone');
  const parsed = parsePhoneCell(phone.cell);
  if (parsed.kind === 'bad') finder.reject(parsed.code, phone.column);
  else if (parsed.kind === 'masked') values.phoneMasked = parsed.text;
  else if (parsed.kind === 'phone') values.phone = parsed.phone;
  for (const field of IDS) {
    const { cell, column } = finder.find(field);
    if (column < 0) continue;
    const id = parseIdCell(cell);
    if (id.kind === 'bad') finder.reject(id.code, column);
    else if (id.kind === 'id') values[field] = id.id.slice(0, 100);
  }
  return values;
}
