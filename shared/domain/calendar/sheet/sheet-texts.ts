import { escapeHtml } from '@shared/lib/html';
import type { Slot } from '../slots';
import { linesMm, type Metrics } from './paper';
import type { SheetItem, SheetWords } from './sheet.types';
import { slotLabel } from './sheet-parts';
import type { StyleBook } from './style-book';
import type { FlowMetrics, FlowPage, FlowPart } from './text-flow';

/** Signs of tick boxes in planned text, drawn when it is set; no font need have them. */
const OPEN_BOX = '☐';
const DONE_BOX = '☑';

/** The text of an item and what is to be done for it, one thing below the other. */
export function workText(words: SheetWords, item: SheetItem): string {
  const ticks = (item.checklist ?? []).map(
    ({ text, isDone }) => `${isDone ? DONE_BOX : OPEN_BOX} ${text}`,
  );
  return [
    item.text?.trim() ?? '',
    ticks.length > 0 ? `${words.checklist}\n${ticks.join('\n')}` : '',
    item.note?.trim() ? `${words.note} ${item.note.trim()}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** One tick box for each group that an item goes to. */
export function groupTicks(words: SheetWords, names: readonly string[]): string {
  if (names.length === 0) return '';
  return `${words.sendTo} ${names.map((name) => `${OPEN_BOX} ${name}`).join('　')}`;
}

const marked = (text: string) =>
  escapeHtml(text)
    .replaceAll(`${OPEN_BOX} `, '<span class="tick"></span>')
    .replaceAll(`${DONE_BOX} `, '<span class="tick done"></span>');

type Column = Pick<FlowMetrics, 'headPt' | 'subPt' | 'textPt' | 'gapMm'> & { gutterMm: number };

/** Room for texts on this paper: one column on a high sheet, two on a wide one. */
export function textColumns(
  metrics: Metrics,
  heightMm: number,
  sizes: Pick<FlowMetrics, 'headPt' | 'subPt' | 'textPt'>,
  sectionPt = 0,
): FlowMetrics & Column {
  const gutterMm = 9 * metrics.scale;
  const columns = metrics.paper.isLandscape ? 2 : 1;
  return {
    ...sizes,
    columns,
    gutterMm,
    heightMm,
    columnMm: (metrics.widthMm - gutterMm * (columns - 1)) / columns,
    gapMm: 3.5,
    sectionMm: sectionPt === 0 ? 0 : linesMm(1, sectionPt) + 1.2 * metrics.scale + 3,
  };
}

/** The columns of one page of texts. */
export function textPage(
  page: FlowPage,
  { headPt, subPt, textPt, gapMm, gutterMm }: Column,
  words: SheetWords,
  book: StyleBook,
): string {
  const head = book.add(`font-size: ${headPt}pt`);
  const small = book.add(`font-size: ${subPt}pt`);
  const text = book.add(`font-size: ${textPt}pt`);
  const below = book.add(`padding-bottom: ${gapMm}mm`);
  const section = book.add('margin-bottom: 2mm');
  const part = (it: FlowPart) => {
    const more = it.isContinued ? ` (${escapeHtml(words.continued)})` : '';
    const opening =
      it.opensSection && it.section !== undefined
        ? `<div class="section ${it.section} ${section}">${slotLabel(words, it.section as Slot)}</div>`
        : '';
    const heading =
      it.heading === '' ? '' : `<h2 class="${head}">${marked(it.heading)}${more}</h2>`;
    const sub = it.sub ? `<div class="sub ${small}">${escapeHtml(it.sub)}</div>` : '';
    const body = it.text === '' ? '' : `<p class="${text}">${marked(it.text)}</p>`;
    return `${opening}<div class="part ${below}">${heading}${sub}${body}</div>`;
  };
  const columns = page.map((parts) => `<div>${parts.map(part).join('')}</div>`);
  return `<div class="columns ${book.add(`column-gap: ${gutterMm}mm`)}">${columns.join('')}</div>`;
}
