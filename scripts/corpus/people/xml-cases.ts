import { DECLARATION, oneSheet, sheetXml, utf16, workbook } from '../workbook';
import {
  book,
  type Cell,
  HEADER,
  LI,
  PEOPLE,
  type PeopleCase,
  rowsXml,
  twoPeople,
} from './people-case';

const ROWS = rowsXml(PEOPLE);
const SHARED = ['姓名', '手机号', '王芳', '13800138000', '李强', '13800138001'];
const shared = (index: number): Cell => ({ xml: `<c r="@" t="s"><v>${index}</v></c>` });
const SHARED_ROWS = rowsXml([
  [shared(0), shared(1)],
  [shared(2), shared(3)],
  [shared(4), shared(5)],
]);
const withShared = (items: readonly string[]) => oneSheet(SHARED_ROWS, { shared: items });
const plain = (texts: readonly string[]) => texts.map((text) => `<t>${text}</t>`);
const wang = (cell: string): Uint8Array =>
  book([HEADER, [{ xml: cell }, '13800138000'], ['李强', '13800138001']]);
const sheet = (xml: string) => workbook({ sheets: [{ xml }] });

/** Two people however a program may write the XML of their sheet. */
export const xmlCases: PeopleCase[] = [
  twoPeople('shared strings', () => withShared(plain(SHARED))),
  twoPeople('inline strings', () => book(PEOPLE)),
  twoPeople('a name in several fonts', () =>
    withShared(
      plain(SHARED).map((item, at) =>
        at === 2 ? '<r><rPr><b/></rPr><t>王</t></r><r><t>芳</t></r>' : item,
      ),
    ),
  ),
  twoPeople('a name with its reading above it', () =>
    withShared(
      plain(SHARED).map((item, at) =>
        at === 2 ? '<t>王芳</t><rPh sb="0" eb="2"><t>wáng fāng</t></rPh>' : item,
      ),
    ),
  ),
  twoPeople('cells and rows without references', () =>
    oneSheet(ROWS.replace(/ r="[A-Z]*\d+"/g, '')),
  ),
  twoPeople('elements under a prefix', () =>
    sheet(
      sheetXml(ROWS)
        .replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2')
        .replace('xmlns=', 'xmlns:x='),
    ),
  ),
  twoPeople('a sheet in UTF-16', () =>
    workbook({ sheets: [{ xml: utf16(sheetXml(ROWS).replace('UTF-8', 'UTF-16')) }] }),
  ),
  twoPeople('comments among the cells', () =>
    oneSheet(ROWS.replaceAll('<c ', '<!-- <c r="A1"/> --><c ')),
  ),
  twoPeople('a claimed dimension of the whole sheet', () =>
    sheet(sheetXml(ROWS, '', '<dimension ref="A1:XFD1048576"/>')),
  ),
  twoPeople('a thousand columns that are only formatted', () =>
    oneSheet(ROWS.replace('</row>', '<c r="ALL1" s="0"/></row>')),
  ),
  twoPeople('a formatted cell in the last row of all', () =>
    oneSheet(`${ROWS}<row r="1048576"><c r="A1048576" s="0"/></row>`),
  ),
  twoPeople('a name by the value that a formula keeps', () =>
    wang('<c r="@" t="str"><f>"王"&amp;"芳"</f><v>王芳</v></c>'),
  ),
  twoPeople('a name in CDATA', () =>
    wang('<c r="@" t="inlineStr"><is><t><![CDATA[王芳]]></t></is></c>'),
  ),
  twoPeople('a name in character references', () =>
    wang('<c r="@" t="inlineStr"><is><t>&#x738b;&#33459;</t></is></c>'),
  ),
  twoPeople('a line end that Excel escapes in a name', () =>
    wang('<c r="@" t="inlineStr"><is><t>王芳_x000D_</t></is></c>'),
  ),
  twoPeople('rows out of order', () =>
    oneSheet([2, 0, 1].map((at) => rowsXml([PEOPLE[at] ?? []], at + 1)).join('')),
  ),
  twoPeople('shared strings with their declaration only', () =>
    oneSheet(ROWS, {
      sharedXml: `${DECLARATION}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`,
    }),
  ),
  {
    ...twoPeople('a name that failed', () => wang('<c r="@" t="e"><v>#N/A</v></c>')),
    counts: { rows: 2, create: 1, rejected: 1 },
    members: [LI],
    reasons: ['cell-error'],
  },
  {
    ...twoPeople('a name that was never reckoned', () => wang('<c r="@"><f>B1</f></c>')),
    members: [{ name: '尾号8000', phone: '+8613800138000' }, LI],
    reasons: ['formula-left-out', 'name-made-up'],
  },
];
