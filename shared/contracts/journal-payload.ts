/**
 * The packed part of a journalled operation: "QDP2", then blocks of
 * u8 form (0 as it is, 1 gzip) · u32 length (little endian) · bytes. Each block is binary JSON of
 * some of the payload. The first version wrote one gzip stream instead, which begins otherwise.
 */
export const PAYLOAD_MAGIC = Uint8Array.from([0x51, 0x44, 0x50, 0x32]);

export const BLOCK_FORMS = { plain: 0, gzip: 1 } as const;
export type BlockForm = keyof typeof BLOCK_FORMS;
export type PayloadBlock = { form: BlockForm; bytes: Uint8Array };

/** What stands before a block of this length. */
export function encodeBlockHead(form: BlockForm, length: number): Uint8Array {
  const head = new Uint8Array(5);
  const view = new DataView(head.buffer);
  view.setUint8(0, BLOCK_FORMS[form]);
  view.setUint32(1, length, true);
  return head;
}

/** A whole payload from its blocks. */
export function joinBlocks(blocks: readonly PayloadBlock[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [PAYLOAD_MAGIC];
  for (const { form, bytes } of blocks) parts.push(encodeBlockHead(form, bytes.length), bytes);
  const payload = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    payload.set(part, at);
    at += part.length;
  }
  return payload;
}

/**
 * The blocks of a payload, as views of it; undefined for a payload of the first version. Throws when
 * the bytes are cut short.
 */
export function splitBlocks(payload: Uint8Array): PayloadBlock[] | undefined {
  if (PAYLOAD_MAGIC.some((byte, i) => payload[i] !== byte)) return undefined;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const blocks: PayloadBlock[] = [];
  for (let at = PAYLOAD_MAGIC.length; at < payload.length; ) {
    if (at + 5 > payload.length) throw new Error('the payload is cut short');
    const form = view.getUint8(at) === BLOCK_FORMS.gzip ? 'gzip' : 'plain';
    const end = at + 5 + view.getUint32(at + 1, true);
    if (end > payload.length) throw new Error('the payload is cut short');
    blocks.push({ form, bytes: payload.subarray(at + 5, end) });
    at = end;
  }
  return blocks;
}
