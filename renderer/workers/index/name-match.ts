/** Longer queries are looked for as plain text: positions are kept in the bits of one number. */
const MAX_PINYIN_QUERY = 30;

/** The pinyin readings of one character without tones (`重` → `zhong`, `chong`); none for others. */
export type ReadingsOf = (character: string) => readonly string[];

/** Tells whether `text[from, to)` fits the query. */
export type NameTest = (text: string, from: number, to: number) => boolean;

/** Width, case and blanks do not matter; neither does the apostrophe of `xi'an`. */
export function foldQuery(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s']+/g, '');
}

/**
 * Looks for a run of characters in a name, each given as itself, by its whole reading or by its
 * initial (`z`, `zh`), the last one also by the beginning of its reading; every reading of a
 * character counts. So 张三 is found by 张三, zhangsan, zs, zhs, zhangs, 张s.
 */
export function compileNameTest(query: string, readingsOf: ReadingsOf): NameTest {
  const wanted = foldQuery(query);
  if (wanted.length > MAX_PINYIN_QUERY) {
    return (text, from, to) => foldQuery(text.slice(from, to)).includes(wanted);
  }
  const length = wanted.length;
  const isDone = 1 << length;
  const steps = new Map<number, Uint32Array | null>();

  const stepsOf = (code: number): Uint32Array | null => {
    let known = steps.get(code);
    if (known === undefined) {
      known = stepTable(wanted, String.fromCodePoint(code), readingsOf);
      steps.set(code, known);
    }
    return known;
  };

  return (text, from, to) => {
    let reached = 1;
    for (let i = from; i < to; i += 1) {
      let code = text.charCodeAt(i);
      if (code === 32) continue;
      if (code >= 0xd800 && code < 0xdc00 && i + 1 < to) {
        code = text.codePointAt(i) ?? code;
        i += 1;
      }
      const step = stepsOf(code);
      if (!step) {
        reached = 1;
        continue;
      }
      // A run may begin at any character, so position 0 is always open.
      let next = 1;
      for (let at = 0; at < length; at += 1) if (reached & (1 << at)) next |= step[at] ?? 0;
      if (next & isDone) return true;
      reached = next;
    }
    return length === 0;
  };
}

/** Per position in the query: the positions (as bits) to which this character can lead. */
function stepTable(wanted: string, character: string, readingsOf: ReadingsOf): Uint32Array | null {
  const spellings = [foldQuery(character)].filter((own) => own !== '');
  const readings = readingsOf(character);
  const table = new Uint32Array(wanted.length);
  let leadsOn = false;
  for (let at = 0; at < wanted.length; at += 1) {
    let bits = 0;
    for (const own of spellings) if (wanted.startsWith(own, at)) bits |= 1 << (at + own.length);
    for (const reading of readings) bits |= readingSteps(wanted, at, reading);
    table[at] = bits;
    leadsOn ||= bits !== 0;
  }
  return leadsOn ? table : null;
}

function readingSteps(wanted: string, at: number, reading: string): number {
  let bits = 0;
  if (wanted.startsWith(reading, at)) bits |= 1 << (at + reading.length);
  if (wanted[at] === reading[0]) bits |= 1 << (at + 1);
  if (reading[1] === 'h' && wanted.startsWith(reading.slice(0, 2), at)) bits |= 1 << (at + 2);
  const rest = wanted.slice(at);
  if (rest.length < reading.length && reading.startsWith(rest)) bits |= 1 << wanted.length;
  return bits;
}
