import { escapeHtml } from '@shared/lib/html';
import type { DeliveryOrder } from '../delivery.types';
import { goodsName } from '../goods.rules';
import { type Block, barHeightMm, type Cell, type Column, rowHeightMm, SHEET } from './page-plan';

/** `{{n}}` and the like filled in. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

export const textCell = (text: string, className = ''): Cell => {
  const inner = escapeHtml(text);
  return {
    lines: [text],
    html: className === '' ? inner : `<span class="${className}">${inner}</span>`,
  };
};

export const boxCell: Cell = { lines: [''], html: '<span class="box"></span>' };

/** One product a line; a quantity above one is framed, since that is what hands forget. */
export function goodsCell(order: Pick<DeliveryOrder, 'lines'>, noGoods: string): Cell {
  if (order.lines.length === 0) return textCell(noGoods, 'quiet');
  const lines = order.lines.map((line) => `${goodsName(line)} ×${line.quantity}`);
  const html = order.lines.map((line) => {
    const times = `×${line.quantity}`;
    const quantity = line.quantity === 1 ? times : `<span class="many">${times}</span>`;
    return `<div>${escapeHtml(goodsName(line))} ${quantity}</div>`;
  });
  return { lines: lines.map((line) => `${line}  `), html: html.join('') };
}

/** The number to ring, the middle hidden unless the sheet may show it. */
export function phoneText(phone: string | undefined, isMasked: boolean): string {
  if (!phone) return '';
  const local = phone.startsWith('+86') ? phone.slice(3) : phone;
  if (!isMasked || /[*•×]/.test(local)) return local;
  return local.length >= 8 ? `${local.slice(0, 3)}****${local.slice(-4)}` : '****';
}

/** The last four digits, as people are asked for them when they fetch things. */
export const phoneEnd = (phone: string | undefined): string =>
  (phone ?? '').replace(/[^\d]/g, '').slice(-4);

export function rowBlock(columns: readonly Column[], cells: (isFirst: boolean) => Cell[]): Block {
  const heights = rowHeightMm(columns, cells(true));
  const html = (isFirst: boolean) =>
    `<tr>${cells(isFirst)
      .map((cell, at) => `<td${columns[at]?.isCentred ? ' class="mid"' : ''}>${cell.html}</td>`)
      .join('')}</tr>`;
  return { kind: 'row', heightMm: heights, html };
}

export function headBlock(columns: number, text: string, aside: string, again: string): Block {
  const bar = (title: string) =>
    `<tr class="house"><td colspan="${columns}"><span class="counts">${escapeHtml(aside)}</span>` +
    `${escapeHtml(title)}</td></tr>`;
  return {
    kind: 'head',
    heightMm: barHeightMm(`${text}    ${aside}`, 12.5),
    html: () => bar(text),
    again: bar(`${text} ${again}`),
  };
}

export function totalBlock(columns: number, text: string): Block {
  return {
    kind: 'tail',
    heightMm: barHeightMm(text, SHEET.rowPt),
    html: () => `<tr class="total"><td colspan="${columns}">${escapeHtml(text)}</td></tr>`,
  };
}

export function cutBlock(columns: number): Block {
  return {
    kind: 'tail',
    heightMm: 7.3,
    html: () =>
      `<tr class="cut"><td colspan="${columns}"><div class="scissors">✂\ufe0e</div></td></tr>`,
  };
}
