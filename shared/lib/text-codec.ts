type TextCodecs = {
  TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
  TextDecoder: new () => { decode(bytes: Uint8Array): string };
};

/** The two codecs of UTF-8 that every JavaScript runtime has, though its core library names them not. */
export const { TextEncoder, TextDecoder } = globalThis as unknown as TextCodecs;
