/** Places in the list of cell formats below. `guarded` keeps text text when somebody edits the cell. */
export const STYLE = {
  text: 0,
  head: 1,
  textGuarded: 2,
  literal: 3,
  literalGuarded: 4,
  integer: 5,
  money: 6,
  day: 7,
  moment: 8,
  rate: 9,
} as const;

const DAY_FORMAT = 164;
const MOMENT_FORMAT = 165;
const RATE_FORMAT = 166;

const format = (numberFormat: number, more = '') =>
  `<xf numFmtId="${numberFormat}" fontId="0" fillId="0" borderId="0" xfId="0"${numberFormat > 0 ? ' applyNumberFormat="1"' : ''}${more}/>`;

/** 1 is `0`, 2 is `0.00` and 49 is `@` in every spreadsheet program. */
const FORMATS = [
  format(0),
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>',
  format(0, ' quotePrefix="1"'),
  format(49),
  format(49, ' quotePrefix="1"'),
  format(1),
  format(2),
  format(DAY_FORMAT),
  format(MOMENT_FORMAT),
  format(RATE_FORMAT),
];

const SIDES = '<left/><right/><top/>';

export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="${MOMENT_FORMAT}" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="${RATE_FORMAT}" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0EDE6"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border>${SIDES}<bottom/><diagonal/></border><border>${SIDES}<bottom style="thin"><color rgb="FFB8B2A6"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length}">${FORMATS.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;
