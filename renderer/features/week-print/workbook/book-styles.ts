import type { Slot } from '@shared/domain/calendar/slots';

const SLOT_FILLS: Record<Slot, string> = {
  morning: 'FFFBF3D9',
  noon: 'FFE2F0FA',
  evening: 'FFFDE8DA',
  night: 'FFE6E6F6',
};
const FILLS = ['FFF4F2EC', ...Object.values(SLOT_FILLS)];

const FONTS = [
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="20"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><sz val="11"/><color rgb="FF5B6675"/><name val="Calibri"/><family val="2"/></font>',
];

type Format = { font?: number; fill?: number; isBoxed?: boolean; number?: number; place: string };
const CENTRED = 'horizontal="center" vertical="center" wrapText="1"';
const TOP = 'vertical="top" wrapText="1"';
/** Places in the list of fills: the first two are Excel's own. */
const HEAD_FILL = 2;

/** In this order: the places below point at them. */
const FORMATS: readonly Format[] = [
  { place: 'vertical="top"' },
  { font: 1, place: 'vertical="center"' },
  { font: 3, place: 'vertical="center"' },
  { font: 2, fill: HEAD_FILL, isBoxed: true, place: CENTRED },
  { font: 2, fill: 3, isBoxed: true, place: CENTRED },
  { font: 2, fill: 4, isBoxed: true, place: CENTRED },
  { font: 2, fill: 5, isBoxed: true, place: CENTRED },
  { font: 2, fill: 6, isBoxed: true, place: CENTRED },
  { isBoxed: true, place: TOP },
  { place: TOP },
  { isBoxed: true, number: 164, place: 'vertical="top"' },
];

/** Cell styles by what they are for. */
export const BOOK_STYLE = {
  plain: 0,
  title: 1,
  quiet: 2,
  head: 3,
  slot: { morning: 4, noon: 5, evening: 6, night: 7 },
  item: 8,
  note: 9,
  day: 10,
} as const;

const SIDE = (name: string) => `<${name} style="thin"><color rgb="FFB8B2A6"/></${name}>`;
const BOX = `<border>${['left', 'right', 'top', 'bottom'].map(SIDE).join('')}<diagonal/></border>`;

const xf = ({ font = 0, fill = 0, isBoxed = false, number = 0, place }: Format) =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${isBoxed ? 1 : 0}" xfId="0"` +
  ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${place}/></xf>`;

const fill = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

export const BOOK_STYLES_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  `<fonts count="${FONTS.length}">${FONTS.join('')}</fonts>` +
  `<fills count="${FILLS.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${FILLS.map(fill).join('')}</fills>` +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${BOX}</borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${FORMATS.length}">${FORMATS.map(xf).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
