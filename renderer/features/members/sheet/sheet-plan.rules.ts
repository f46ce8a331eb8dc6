/** A part of the sheet: a heading and items of one or more lines each, the most telling first. */
export type SheetSection = {
  title: string;
  /** Lines of an item are text, or cells of a row. */
  items: readonly SheetItem[];
  /** How many lines it gets even when others want more. */
  least: number;
  /** What is said of items that found no room: how many of `total`. */
  rest: (hidden: number) => string;
  /** There are more than were read. */
  more?: number;
};
export type SheetItem = readonly (string | readonly string[])[];

export type PlannedSection = { title: string; lines: SheetItem; hidden: number };

/** A heading takes this many lines. */
export const HEADING_LINES = 1.5;

/**
 * Which lines stand on the page, so that all together take at most `budget` lines. Every section has
 * its `least` first; what the others leave goes to the sections in their order. What finds no room
 * is told in one line instead, never cut off. Sections without an item are left out.
 */
export function planSections(sections: readonly SheetSection[], budget: number): PlannedSection[] {
  const used = sections.filter(({ items, more = 0 }) => items.length + more > 0);
  const wanted = used.map(
    ({ items, more = 0 }) => items.reduce((sum, item) => sum + item.length, 0) + (more > 0 ? 1 : 0),
  );
  const granted = used.map(({ least }, at) => Math.min(least, wanted[at] ?? 0));
  let left = Math.floor(
    budget - used.length * HEADING_LINES - granted.reduce((sum, lines) => sum + lines, 0),
  );
  // Even the least may be too much: whoever has most gives way.
  while (left < 0 && granted.some((lines) => lines > 1)) {
    const most = granted.indexOf(Math.max(...granted));
    granted[most] = (granted[most] ?? 0) - 1;
    left += 1;
  }
  for (const [at, want] of wanted.entries()) {
    const extra = Math.max(0, Math.min(left, want - (granted[at] ?? 0)));
    granted[at] = (granted[at] ?? 0) + extra;
    left -= extra;
  }
  return used.map((section, at) => fill(section, granted[at] ?? 0, wanted[at] ?? 0));
}

function fill(section: SheetSection, room: number, wanted: number): PlannedSection {
  const { title, items, rest, more = 0 } = section;
  const isWhole = wanted <= room && more === 0;
  // The line that says what is left out needs room as well.
  const free = isWhole ? room : room - 1;
  const lines: (string | readonly string[])[] = [];
  let shown = 0;
  for (const item of items) {
    if (lines.length + item.length > free) break;
    lines.push(...item);
    shown += 1;
  }
  const hidden = items.length - shown + more;
  if (hidden > 0) lines.push(rest(hidden));
  return { title, lines, hidden };
}
