const FIRST_SLOTS = 256;
/** Another one in every run: nobody can write a file whose texts all fall on one place. */
const SEED = Math.floor(Math.random() * 0x1_0000_0000);

function hashOf(text: string): number {
  let hash = SEED ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x2c1b3c6d);
  return hash ^ (hash >>> 16);
}

/**
 * Numbers texts 0, 1, 2 … in the order in which they come. Does what a `Map` of numbers would, with
 * one look instead of two for a new text and without an object that grows with half a million names:
 * open addressing with linear steps, at most half full.
 */
export function createTextIndex() {
  const texts: string[] = [];
  /** The text's number + 1; 0 is free. */
  let slots = new Int32Array(FIRST_SLOTS);
  let hashes = new Int32Array(FIRST_SLOTS / 2);

  /** Where a text stands, or where it would. */
  function slotOf(text: string, hash: number): number {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0 || (hashes[number] === hash && texts[number] === text)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function grow(): void {
    const mask = slots.length * 2 - 1;
    slots = new Int32Array(mask + 1);
    const before = hashes;
    hashes = new Int32Array(slots.length / 2);
    hashes.set(before);
    for (let number = 0; number < texts.length; number++) {
      let slot = (hashes[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
  }

  return {
    get size(): number {
      return texts.length;
    },
    /** The text's number; -1 for one that never came. */
    find(text: string): number {
      return (slots[slotOf(text, hashOf(text))] ?? 0) - 1;
    },
    /** The text's number, `size` before the call for a new one. */
    add(text: string): number {
      const hash = hashOf(text);
      const slot = slotOf(text, hash);
      const known = (slots[slot] ?? 0) - 1;
      if (known >= 0) return known;
      const number = texts.length;
      texts.push(text);
      hashes[number] = hash;
      slots[slot] = number + 1;
      if (texts.length * 2 >= slots.length) grow();
      return number;
    },
  };
}
