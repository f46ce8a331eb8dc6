/** The id of a set membership such as "this member carries this tag". */
export function joinId(memberId: string, otherId: string): string {
  return `${memberId}.${otherId}`;
}

const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7/;

/** UTC ms at which a record was made, which a UUIDv7 says itself; 0 for any other id. */
export function madeAt(id: string): number {
  const [, high = '', low = ''] = UUID_V7.exec(id) ?? [];
  return high === '' ? 0 : Number.parseInt(high + low, 16);
}
