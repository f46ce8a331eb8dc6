import { escapeHtml } from '@shared/lib/html';
import { cellKey, compareInCell, itemsByCell } from '../cell.rules';
import type { DayFacts } from '../facts/day-facts';
import { SLOTS } from '../slots';
import { POSTER_WIDTH_PX } from './paper';
import { posterStyle } from './poster-style';
import type { SheetHead, SheetItem, SheetLook, SheetPages, SheetWords } from './sheet.types';
import { FORM_ICONS, SLOT_ICONS } from './sheet-icons';
import { factsHtml, metaLines } from './sheet-parts';

export type PosterInput = {
  look: SheetLook;
  head: SheetHead;
  /** The days that it tells of, in order. */
  facts: readonly DayFacts[];
  items: readonly SheetItem[];
  note?: string;
  words: SheetWords;
  /** Days with nothing planned are left out (a month), or said to be free (a week). */
  leavesOutEmpty: boolean;
};

const picture = (kind: string, source: string) =>
  source.startsWith('data:image/')
    ? `<img class="${kind}" src="${escapeHtml(source)}" alt="">`
    : '';

function itemHtml(look: SheetLook, words: SheetWords, item: SheetItem): string {
  const [what = '', ...more] = metaLines(look, words, item).map(escapeHtml);
  const meta = [`${FORM_ICONS[item.form]} ${what}`, ...more]
    .map((line) => `<div class="meta">${line}</div>`)
    .join('');
  return `<div class="item"><div class="what">${escapeHtml(item.title)}</div>${meta}</div>`;
}

function dayHtml(input: PosterInput, facts: DayFacts, cells: Map<string, SheetItem[]>): string {
  const { look, words } = input;
  const slots = SLOTS.flatMap((slot) => {
    const items = cells.get(cellKey({ date: facts.day, slot })) ?? [];
    if (items.length === 0) return [];
    const blocks = [...items].sort(compareInCell).map((item) => itemHtml(look, words, item));
    return [
      `<div class="row ${slot}"><div class="when">${SLOT_ICONS[slot]}<b>${escapeHtml(words.slots[slot])}</b>` +
        `<span>${escapeHtml(words.hours[slot])}</span></div><div class="items">${blocks.join('')}</div></div>`,
    ];
  });
  if (slots.length === 0 && input.leavesOutEmpty) return '';
  const body =
    slots.length > 0 ? slots.join('') : `<p class="free">${escapeHtml(words.nothing)}</p>`;
  return (
    `<section class="card"><h2><b>${escapeHtml(words.weekday(facts.day))}</b>${escapeHtml(words.date(facts.day))}` +
    `<span class="facts">${factsHtml(facts, look, words)}</span></h2>${body}</section>`
  );
}

/**
 * The plan as one long picture for the phone: text at the size at which it is read there, not a
 * shrunk sheet of paper. As long as it needs to be; the caller takes the picture at 1080 px.
 */
export function renderPoster(input: PosterInput): SheetPages {
  const { look, head, words } = input;
  const cells = itemsByCell(input.items);
  const days = input.facts.map((facts) => dayHtml(input, facts, cells)).join('');
  const logo = head.logo === undefined ? '' : picture('logo', head.logo);
  const qr = head.qr === undefined ? '' : picture('qr', head.qr.picture);
  const greeting = head.greeting ? `<p class="greeting">${escapeHtml(head.greeting)}</p>` : '';
  const mark =
    look.edition === 'internal' ? `<p class="mark">${escapeHtml(words.internalMark)}</p>` : '';
  const note = input.note?.trim()
    ? `<section class="card note"><b>${escapeHtml(words.note)}</b>${escapeHtml(input.note.trim())}</section>`
    : '';
  const scan =
    qr === ''
      ? ''
      : `<section class="card scan">${qr}<p><b>${escapeHtml(head.title)}</b>${escapeHtml(head.qr?.caption ?? '')}</p></section>`;
  const empty =
    days === ''
      ? `<section class="card"><p class="free">${escapeHtml(words.nothing)}</p></section>`
      : '';
  const page =
    `<section class="poster"><header>${logo}<h1>${escapeHtml(head.title)}</h1>` +
    `<p class="range">${escapeHtml(head.range)}</p><p class="kind">${escapeHtml(head.subtitle)}</p>` +
    `${greeting}${mark}</header>${days}${empty}${note}${scan}</section>`;
  return { style: posterStyle(look, POSTER_WIDTH_PX), pages: [page] };
}
