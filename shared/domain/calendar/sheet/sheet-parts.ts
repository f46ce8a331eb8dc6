import { escapeHtml } from '@shared/lib/html';
import type { Slot } from '../content.schema';
import { type DayFacts, lunarLabel } from '../facts/day-facts';
import { slotHoursLabel } from '../slot.rules';
import { DEFAULT_SLOT_SETTINGS } from '../slot-settings.schema';
import { type GridRow, type TextStep, titlePtOf } from './grid-layout';
import { textEm } from './measure';
import type { SheetItem, WeekSheetInput } from './sheet.types';
import { FORM_ICONS, SLOT_ICONS } from './sheet-icons';
import type { FlowPage, FlowPart } from './text-flow';

const SEPARATOR = ' · ';
/** At 12 pt; longer names are set smaller so that none breaks. */
const LONGEST_SLOT_EM = 3.6;

/** The small lines below an item's title: form and column; in the internal edition status, owner. */
export function metaLines(input: WeekSheetInput, item: SheetItem): string[] {
  const { words } = input;
  const what = [words.forms[item.form], item.columnName].filter(Boolean).join(SEPARATOR);
  if (input.edition === 'members') return [what];
  return [what, [words.statuses[item.status], item.owner].filter(Boolean).join(SEPARATOR)];
}

/** Festivals and the solar term of a day, the lunar day last, as plain text for measuring. */
export function factNames(facts: DayFacts | undefined, language: WeekSheetInput['language']) {
  const key = language === 'en' ? 'en' : 'zh';
  const bold = [...(facts?.festivals ?? []), facts?.solarTerm].flatMap((name) =>
    name ? [name[key]] : [],
  );
  return { bold, lunar: facts?.lunar ? lunarLabel(facts.lunar)[key] : '' };
}

function dayHead(input: WeekSheetInput, index: number): string {
  const facts = input.facts[index];
  const { words } = input;
  const { bold, lunar } = factNames(facts, input.language);
  const kind = facts?.arrangement.kind;
  const rest =
    kind === 'off' || kind === 'makeUp'
      ? `<span class="rest ${kind}">${escapeHtml(kind === 'off' ? words.off : words.makeUp)}</span> `
      : '';
  const names = bold.map((name) => `<b>${escapeHtml(name)}</b>`).concat(escapeHtml(lunar));
  return (
    `<th scope="col"${index > 4 ? ' class="weekend"' : ''}>` +
    `<div class="date"><span class="weekday">${escapeHtml(words.weekdays[index] ?? '')}</span>` +
    `${escapeHtml(words.dates[index] ?? '')}</div>` +
    `<div class="facts">${rest}${names.join(' ')}</div></th>`
  );
}

function itemBlock(input: WeekSheetInput, item: SheetItem, step: TextStep): string {
  const [what = '', ...more] = metaLines(input, item).map(escapeHtml);
  const meta = [`${FORM_ICONS[item.form]} ${what}`, ...more].map(
    (line) => `<div class="meta">${line}</div>`,
  );
  const titlePt = titlePtOf(item.title, step);
  const size = titlePt === step.titlePt ? '' : ` style="font-size:${titlePt.toFixed(1)}pt"`;
  const title = `<div class="what"${size}>${escapeHtml(item.title)}</div>`;
  return `<div class="item">${title}${meta.join('')}</div>`;
}

function slotHead(input: WeekSheetInput, slot: Slot, isContinued: boolean): string {
  const more = isContinued ? `<div class="hours">${escapeHtml(input.words.continued)}</div>` : '';
  const name = input.words.slots[slot];
  const size = textEm(name) > LONGEST_SLOT_EM ? ' long' : '';
  return (
    `<th scope="row">${SLOT_ICONS[slot]}<div class="slot${size}">${escapeHtml(name)}` +
    `</div><div class="hours">${slotHoursLabel(DEFAULT_SLOT_SETTINGS.slots[slot])}</div>${more}</th>`
  );
}

/** The table of one page. */
export function gridTable(
  input: WeekSheetInput,
  rows: readonly GridRow<SheetItem>[],
  step: TextStep,
  headMm: number,
): string {
  const heads = input.week.days.map((_, index) => dayHead(input, index)).join('');
  const body = rows.map(({ slot, isContinued, heightMm, cells }) => {
    const days = cells.map(
      (items) => `<td>${items.map((item) => itemBlock(input, item, step)).join('')}</td>`,
    );
    const style = `height:${heightMm.toFixed(2)}mm`;
    return `<tr class="${slot}" style="${style}">${slotHead(input, slot, isContinued)}${days.join('')}</tr>`;
  });
  const style =
    `--title:${step.titlePt}pt;--meta:${step.metaPt}pt;--lead:${step.lineHeight};` +
    `--pad:${step.paddingMm}mm;--gap:${step.gapMm}mm`;
  return (
    `<table style="${style}"><colgroup><col class="slots">${'<col class="day">'.repeat(7)}</colgroup>` +
    `<thead><tr style="height:${headMm.toFixed(2)}mm"><th></th>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`
  );
}

/** The two columns of a page of scripts. */
export function scriptColumns(input: WeekSheetInput, page: FlowPage): string {
  const part = ({ heading, text, isContinued }: FlowPart) =>
    `<div class="part"><h2>${escapeHtml(heading)}${
      isContinued ? ` (${escapeHtml(input.words.continued)})` : ''
    }</h2><p>${escapeHtml(text)}</p></div>`;
  const column = (parts: readonly FlowPart[]) => `<div>${parts.map(part).join('')}</div>`;
  return `<div class="columns">${column(page.left)}${column(page.right)}</div>`;
}
