import { type CorpusCase, cells } from '../corpus-case';
import { oneSheet } from '../workbook';

const inline = (inside: string) =>
  `<row r="1"><c r="A1" t="inlineStr"><is>${inside}</is></c></row>`;
const FIRST = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const shared = (item: string) => oneSheet(FIRST, { shared: [item] });
const LONG = '群'.repeat(40_000);

export const textCases: CorpusCase[] = [
  {
    name: 'an inline string',
    bytes: () => oneSheet(inline('<t>王芳</t>')),
    expect: cells({ A1: '王芳' }),
  },
  {
    name: 'an inline string of several runs with their fonts',
    bytes: () =>
      oneSheet(
        inline('<r><rPr><b/><t>不是</t></rPr><t>李</t></r><r><t xml:space="preserve"> 娜</t></r>'),
      ),
    expect: cells({ A1: '李 娜' }),
    differs: 'SheetJS takes a text out of the font of a run',
  },
  {
    name: 'an inline string without its type',
    bytes: () => oneSheet('<row r="1"><c r="A1"><is><t>陈静</t></is></c></row>'),
    expect: cells({ A1: '陈静' }),
    differs: 'SheetJS leaves the text out',
  },
  {
    name: 'rich text in the shared strings',
    bytes: () => shared('<r><t>团长</t></r><r><rPr><color rgb="FFFF0000"/></rPr><t>：王芳</t></r>'),
    expect: cells({ A1: '团长：王芳' }),
  },
  {
    name: 'phonetic text is left out',
    bytes: () =>
      shared('<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>'),
    expect: cells({ A1: '東京' }),
  },
  {
    name: 'phonetic text among the runs is left out',
    bytes: () =>
      shared('<r><t>小林</t></r><rPh sb="0" eb="2"><t>コバヤシ</t></rPh><r><t>さん</t></r>'),
    expect: cells({ A1: '小林さん' }),
  },
  {
    name: 'white space that the writer wants kept',
    bytes: () => shared('<t xml:space="preserve">  两边有空格  </t>'),
    expect: cells({ A1: '  两边有空格  ' }),
  },
  {
    name: 'references and escapes',
    bytes: () => shared('<t>&lt;&#65;&#x4e2d;&amp;amp;&quot;&apos;&gt;_x000D__x005F_x000D_</t>'),
    expect: cells({ A1: '<A中&amp;"\'>\r_x000D_' }),
  },
  {
    name: 'an ampersand that nobody escaped',
    bytes: () => shared('<t>鱼 & 虾 &nbsp; &#0;</t>'),
    expect: cells({ A1: '鱼 & 虾 &nbsp; \ufffd' }),
    differs: 'SheetJS keeps &#0; as text; no XML may hold that character',
  },
  {
    name: 'a reference to a character of four bytes',
    bytes: () => shared('<t>&#134071;&#x1f363;</t>'),
    expect: cells({ A1: '𠮷🍣' }),
    differs: 'SheetJS keeps the lower half of its number',
  },
  {
    name: 'an escaped surrogate pair and half of one',
    bytes: () => shared('<t>_xD83D__xDE00_!_xD83D_</t>'),
    expect: cells({ A1: '😀!\ufffd' }),
    differs: 'half a character has no place in UTF-8',
  },
  {
    name: 'CDATA and a comment in a text',
    bytes: () => shared('<t>一<![CDATA[<二>&amp;]]><!-- 三 -->四</t>'),
    expect: cells({ A1: '一<二>&amp;四' }),
    differs: 'SheetJS takes comments for text',
  },
  {
    name: 'line breaks in a name',
    bytes: () => shared('<t>王芳\n13800138000</t>'),
    expect: cells({ A1: '王芳\n13800138000' }),
  },
  {
    name: 'line ends of Windows become one character, as XML has it',
    bytes: () => oneSheet(inline('<t>一\r\n二</t>')),
    expect: cells({ A1: '一\n二' }),
  },
  {
    name: 'characters of four bytes',
    bytes: () => shared('<t>𠮷野家🍣</t>'),
    expect: cells({ A1: '𠮷野家🍣' }),
  },
  {
    name: 'a text longer than the buffer',
    bytes: () => shared(`<t>${LONG}</t>`),
    expect: cells({ A1: LONG }),
  },
  {
    name: 'empty texts are blank cells',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t/></is></c><c r="D1" t="s"><v>2</v></c></row>',
        { shared: ['<t></t>', '<t/>', '<t>有</t>'] },
      ),
    expect: cells({ D1: '有' }),
  },
  {
    name: 'an empty item keeps its place among the shared strings',
    bytes: () =>
      oneSheet('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', { shared: ['', '<t>第二</t>'] }),
    expect: cells({ A1: '第二' }),
  },
  {
    name: 'HTML, scripts and formulas in cells are text',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;script&gt;alert(1)&lt;/script&gt;</t></is></c><c r="B1" t="inlineStr"><is><t>=HYPERLINK("http://x")</t></is></c><c r="C1" t="inlineStr"><is><t>+1-1|cmd</t></is></c></row>',
      ),
    expect: cells({
      A1: '<script>alert(1)</script>',
      B1: '=HYPERLINK("http://x")',
      C1: '+1-1|cmd',
    }),
  },
  {
    name: 'ids and phones as text keep zeros and length',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>440301199001011234</t></is></c><c r="B1" t="inlineStr"><is><t>00123</t></is></c></row>',
      ),
    expect: cells({ A1: '440301199001011234', B1: '00123' }),
  },
  {
    name: 'a header named __proto__ and columns named twice',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>',
        { shared: ['<t>__proto__</t>', '<t>手机号</t>', '<t>constructor</t>'] },
      ),
    expect: cells({ A1: '__proto__', B1: '手机号', C1: '手机号', D1: 'constructor' }),
  },
];
