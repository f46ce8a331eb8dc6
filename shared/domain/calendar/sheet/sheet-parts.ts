import { escapeHtml } from '@shared/lib/html';
import { type DayFacts, lunarLabel } from '../facts/day-facts';
import type { Slot } from '../slots';
import { type TextStep, titlePtOf } from './grid-layout';
import { textEm } from './measure';
import type { SheetItem, SheetLook, SheetWords } from './sheet.types';
import { FORM_ICONS, SLOT_ICONS } from './sheet-icons';
import type { StyleBook } from './style-book';

const SEPARATOR = ' · ';
/** At 12 pt; longer names are set smaller so that none breaks. */
const LONGEST_SLOT_EM = 3.6;

/** Joins what is there. */
export const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(SEPARATOR);

/**
 * The small lines below an item's title: time, form and column; whom it is for; in the internal
 * edition status, owner and who approved it.
 */
export function metaLines(look: SheetLook, words: SheetWords, item: SheetItem): string[] {
  const what = joined(item.time, words.forms[item.form], item.columnName);
  const groups = item.groupNames?.length ? [words.onlyFor(item.groupNames.join('、'))] : [];
  if (look.edition === 'members') return [what, ...groups];
  const approved = item.approvedBy === undefined ? undefined : words.approvedBy(item.approvedBy);
  return [what, ...groups, joined(words.statuses[item.status], item.owner, approved)];
}

/** Festivals and the solar term of a day, the lunar day last, as plain text for measuring. */
function factNames(facts: DayFacts | undefined, look: SheetLook) {
  if (!look.hasFacts) return { bold: [], lunar: '' };
  const key = look.language === 'en' ? 'en' : 'zh';
  const bold = [...(facts?.festivals ?? []), facts?.solarTerm].flatMap((name) =>
    name ? [name[key]] : [],
  );
  return { bold, lunar: facts?.lunar ? lunarLabel(facts.lunar)[key] : '' };
}

/** 休 or 班, if the State Council said so. */
function restWord(facts: DayFacts | undefined, words: SheetWords): string {
  const kind = facts?.arrangement.kind;
  if (kind === 'off') return words.off;
  return kind === 'makeUp' ? words.makeUp : '';
}

/** The facts of a day as markup: 休 or 班, festivals, the lunar day. */
export function factsHtml(facts: DayFacts | undefined, look: SheetLook, words: SheetWords): string {
  const { bold, lunar } = factNames(facts, look);
  const word = restWord(facts, words);
  const rest =
    word === '' ? '' : `<span class="rest ${facts?.arrangement.kind}">${escapeHtml(word)}</span>`;
  const names = bold.map((name) => `<b>${escapeHtml(name)}</b>`).concat(escapeHtml(lunar));
  return [rest, ...names].filter((part) => part !== '').join(' ');
}

/** The same as plain text, to be measured. */
export function factsText(facts: DayFacts | undefined, look: SheetLook, words: SheetWords): string {
  const { bold, lunar } = factNames(facts, look);
  const word = restWord(facts, words);
  return [word === '' ? '' : `${word}  `, ...bold, lunar].filter((part) => part !== '').join(' ');
}

/** One item in its cell. */
export function itemBlock(
  look: SheetLook,
  words: SheetWords,
  item: SheetItem,
  step: TextStep,
  book: StyleBook,
): string {
  const [what = '', ...more] = metaLines(look, words, item).map(escapeHtml);
  const meta = [`${FORM_ICONS[item.form]} ${what}`, ...more].map(
    (line) => `<div class="meta">${line}</div>`,
  );
  const titlePt = titlePtOf(item.title, step);
  const size = titlePt === step.titlePt ? '' : ` ${book.add(`font-size: ${titlePt.toFixed(1)}pt`)}`;
  const title = `<div class="what${size}">${escapeHtml(item.title)}</div>`;
  return `<div class="item">${title}${meta.join('')}</div>`;
}

/** The words of a slot's head: sign, name, hours. */
export function slotLabel(words: SheetWords, slot: Slot): string {
  const name = words.slots[slot];
  const size = textEm(name) > LONGEST_SLOT_EM ? ' long' : '';
  return (
    `<div class="label">${SLOT_ICONS[slot]} <span class="slot${size}">${escapeHtml(name)}</span> ` +
    `<span class="hours">${escapeHtml(words.hours[slot])}</span></div>`
  );
}

/** The remark that a sheet's foot makes when a year's holidays are not announced. */
export function openYearRemark(
  facts: readonly DayFacts[],
  look: SheetLook,
  words: SheetWords,
): string {
  const isOpen = facts.some(({ arrangement }) => arrangement.kind === 'notAnnounced');
  return isOpen && look.hasFacts ? words.notAnnounced : '';
}
