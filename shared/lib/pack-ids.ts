const HEX_LENGTH = 32;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Many ids as one text: UUIDs as 32 hex digits each without a separator, or, when one of them is no
 * UUID, all of them joined by spaces with a leading space. Order is kept.
 */
export function packIds(ids: readonly string[]): string {
  if (!ids.every((id) => UUID.test(id))) return ` ${ids.join(' ')}`;
  return ids.map((id) => id.replaceAll('-', '')).join('');
}

export function unpackIds(packed: string): string[] {
  if (packed === '') return [];
  if (packed.startsWith(' ')) return packed.slice(1).split(' ');
  const ids: string[] = [];
  for (let at = 0; at < packed.length; at += HEX_LENGTH) {
    const hex = packed.slice(at, at + HEX_LENGTH);
    ids.push(
      `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    );
  }
  return ids;
}
