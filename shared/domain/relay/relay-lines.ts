import { looksLikeOffer } from './relay-products';
import { plainLine } from './relay-text';

const MARK = /^#\s*(?:接龙|接龍|群接龙|接力|group\s*notes?|chain)\s*/i;
const NUMBERED = /^(\d{1,4})\s*([.、:)\]】]|号(?=\s))\s*(.*)$/;
const BARE = /^(\d{1,4})\s+(\S.*)$/;
/** `12.5元` is no twelfth line, but `12.12-301 张三` may be. */
const DECIMAL = /^\d+\.\d+\s*(?:元|块|斤|公斤|kg|g|克|ml|l|升|折|米|公里|\/|两|寸|cm)/i;
const EXAMPLE = /^(?:例(?=[\s::.,，])|例如|示例|举例|格式|e\.?g\.?|example)/i;

export type RawEntry = { number: number; lines: string[] };

/** One copy of a list, cut into what stands above, who takes part, what stands below. */
export type RelayBlock = { head: string[]; entries: RawEntry[]; leftover: string[] };

type Numbered = { number: number; text: string; isBare: boolean };

function numberOf(line: string, expected: number): Numbered | undefined {
  const dotted = NUMBERED.exec(line);
  if (dotted) {
    const number = Number(dotted[1]);
    const text = dotted[3] ?? '';
    const isRunOn = /^\d+\.\d/.test(line);
    if (!isRunOn || (number === expected && !DECIMAL.test(line))) {
      return { number, text, isBare: false };
    }
  }
  const bare = BARE.exec(line);
  if (bare && Number(bare[1]) === expected) {
    return { number: expected, text: bare[2] ?? '', isBare: true };
  }
  return undefined;
}

/** Numbered lines in stretches that count up; a new stretch begins where 1 comes again. */
type Stretch = { from: number; to: number; lines: number[]; offers: number };

function stretches(lines: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  let last: Stretch | undefined;
  let previous = 0;
  lines.forEach((line, at) => {
    const dotted = NUMBERED.exec(line);
    const number = Number(dotted?.[1]);
    if (!dotted || DECIMAL.test(line)) return;
    if (/^\d+\.\d/.test(line) && number !== 1 && number !== previous + 1) return;
    if (!last || (number === 1 && previous > 1) || (number === 1 && lines[at - 1] === '')) {
      last = { from: at, to: at, lines: [], offers: 0 };
      found.push(last);
    }
    last.to = at;
    last.lines.push(at);
    if (looksLikeOffer(dotted[3] ?? '')) last.offers += 1;
    previous = number;
  });
  return found;
}

/** The line at which the list of people begins: behind a first stretch that only offers things. */
function listStart(lines: readonly string[]): number {
  const all = stretches(lines);
  const [first, second] = all;
  const isOffer = first && second && first.offers * 2 > first.lines.length;
  const start = isOffer ? second.from : first?.from;
  if (start !== undefined) return start;
  const bare = lines.findIndex((line) => /^1\s+\S/.test(line));
  return bare < 0 ? lines.length : bare;
}

function readBlock(lines: readonly string[]): RelayBlock {
  const start = listStart(lines);
  const head = lines.slice(0, start).filter((line) => line !== '');
  const entries: RawEntry[] = [];
  const leftover: string[] = [];
  let isBareList = false;
  let isAfterBlank = false;
  for (const line of lines.slice(start)) {
    if (line === '') {
      isAfterBlank = true;
      continue;
    }
    const last = entries.at(-1);
    const numbered = numberOf(line, (last?.number ?? 0) + 1);
    if (numbered && (!numbered.isBare || isBareList || !last)) {
      if (!last) isBareList = numbered.isBare;
      entries.push({ number: numbered.number, lines: numbered.text === '' ? [] : [numbered.text] });
    } else if (isAfterBlank || !last) {
      leftover.push(line);
    } else {
      last.lines.push(line);
    }
    isAfterBlank = false;
  }
  return { head, entries, leftover };
}

/** Every copy of every list in a pasted text, in the order of the text. */
export function readBlocks(text: string): RelayBlock[] {
  const blocks: string[][] = [];
  let isMarked = false;
  for (const raw of text.split(/\r\n?|\n|\u2028/)) {
    const line = plainLine(raw);
    const mark = MARK.exec(line);
    if (mark) {
      // What stands before the first mark is chat around it.
      if (!isMarked) blocks.length = 0;
      isMarked = true;
      const rest = line.slice(mark[0].length).trim();
      blocks.push(rest === '' ? [] : [rest]);
    } else {
      if (blocks.length === 0) blocks.push([]);
      blocks.at(-1)?.push(line);
    }
  }
  return blocks
    .map(readBlock)
    .filter(({ entries, head }) => entries.length > 0 || (isMarked && head.length > 0));
}

export const isExample = (line: string): boolean => EXAMPLE.test(line);
