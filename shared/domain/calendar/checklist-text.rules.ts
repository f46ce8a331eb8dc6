import type { ContentItem } from './content.schema';

type CheckItem = NonNullable<ContentItem['checklist']>[number];

const DONE = /^\s*(?:[☑✓✔]|\[[xX✓]\])\s*/;
const OPEN = /^\s*(?:[☐□]|\[ ?\])\s*/;

/** A checklist as lines of a cell: `☑ done`, `☐ open`. */
export function checklistText(checklist: readonly CheckItem[]): string {
  return checklist
    .map(({ text, isDone }) => `${isDone ? '☑' : '☐'} ${text.replace(/\s+/g, ' ')}`)
    .join('\n');
}

/** The lines of a cell as a checklist of at most 30 entries; a line without a mark is open. */
export function checklistOf(cell: string): CheckItem[] {
  return cell
    .split(/\r?\n/)
    .map((line) => {
      const isDone = DONE.test(line);
      const text = line.replace(isDone ? DONE : OPEN, '').trim();
      return { text: text.slice(0, 200), isDone };
    })
    .filter(({ text }) => text !== '')
    .slice(0, 30);
}
