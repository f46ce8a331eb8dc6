import { parseDateCell, writtenDay } from '../cells/date-cell';
import { genderOf, identityOf, splitTags } from '../cells/word-cells';
import { readAddress, readRegion } from './place';
import type { MemberValues, NewMember } from './plan';
import type { RowReader } from './row-reader';

/** A cell's own limit many times over: a list is never cut. */
const MAX_TAG_LIST = 1_000_000;
const ID_FIELDS = ['wecomId', 'unionId', 'backOfficeId', 'wechatId'] as const;

function readIds(reader: RowReader, values: MemberValues): void {
  for (const field of ID_FIELDS) {
    const column = reader.seek(field);
    if (column < 0) continue;
    const parsed = reader.id(field, column);
    if (parsed.kind === 'bad') reader.reject(parsed.code, column);
    else if (parsed.kind === 'id') values[field] = reader.fitted(parsed.id, 100, column);
  }
}

function readPhone(reader: RowReader, values: MemberValues): void {
  const column = reader.seek('phone');
  const parsed = reader.phone('phone', column);
  if (parsed.kind === 'bad')
    reader.rejectUnless('leave-phone-out', parsed.code, 'phone-left-out', column);
  else if (parsed.kind === 'masked') values.phoneMasked = parsed.text;
  else if (parsed.kind === 'phone') {
    values.phone = parsed.phone;
    if (parsed.others.length > 0) reader.warn('phone-several', column);
  }
}

function readWords(reader: RowReader, values: MemberValues): void {
  const identity = reader.seek('identity');
  if (identity >= 0) {
    const known = identityOf(reader.value('identity'));
    if (known === undefined) reader.warn('word-unknown', identity);
    else if (known !== 'unknown') values.identity = known;
  }
  const gender = reader.seek('gender');
  if (gender < 0) return;
  const known = genderOf(reader.value('gender'));
  if (known === undefined) reader.warn('word-unknown', gender);
  else if (known !== 'unknown') values.gender = known;
}

function readDates(reader: RowReader, values: MemberValues, zone: string): void {
  const joined = reader.seek('joinedAt');
  const joinedAt = reader.moment('joinedAt', joined, zone);
  if (Number.isNaN(joinedAt)) reader.warn('date-left-out', joined);
  else if (joinedAt !== undefined) values.joinedAt = joinedAt;
  const birthday = reader.find('birthday');
  // A birthday is a day on paper, in no zone.
  const born = parseDateCell(birthday.cell, 'UTC');
  if (born.kind === 'bad') reader.warn('date-left-out', birthday.column);
  else if (born.kind === 'date') values.birthday = writtenDay(born.wall);
}

/**
 * One roster row as values and tags. Keys that cannot be read reject the row; a word or date that
 * cannot be read is left out with a warning, so that a 保密 birthday costs nobody their record.
 */
export function readMember(
  reader: RowReader,
  zone: string,
): { values: MemberValues; tags: string[] } {
  const values: MemberValues = {};
  const name = reader.line('name', 200);
  if (name) values.name = name;
  const nickname = reader.line('groupNickname', 200);
  if (nickname) values.groupNickname = nickname;
  readPhone(reader, values);
  readIds(reader, values);
  readWords(reader, values);
  readDates(reader, values, zone);
  const channel = reader.line('channel', 100);
  if (channel) values.channel = channel;
  const region = readRegion(reader);
  if (region) values.region = region;
  const address = readAddress(reader, false);
  if (address) values.address = address;
  const note = reader.paragraphs('note', 5000);
  if (note) values.note = note;
  const tags = splitTags(reader.paragraphs('tags', MAX_TAG_LIST) ?? '');
  return { values, tags };
}

/** A person without a name is called by what else is known of them. */
export function nameFor(values: MemberValues): string | undefined {
  if (values.name) return values.name;
  if (values.groupNickname) return values.groupNickname;
  if (values.phone) return `尾号${values.phone.slice(-4)}`;
  return values.wechatId ?? values.backOfficeId ?? values.wecomId ?? values.unionId;
}

/** The values under the name that the person is called by; the same object where that is their own. */
export function named(values: MemberValues, name: string): NewMember['values'] {
  return values.name === name ? (values as NewMember['values']) : { ...values, name };
}
