import { book, type Cell, type PeopleCase, type StoredMember, WANG } from './people-case';

const COLUMNS = {
  identity: '身份',
  tags: '标签',
  note: '备注',
  birthday: '生日',
  gender: '性别',
  backOfficeId: '会员编号',
  name: '姓名',
  region: '小区',
  wechatId: '微信号',
} as const;

type Column = keyof typeof COLUMNS;

/** One person with one more cell, and what becomes of it. */
function cellCase(
  column: Column,
  what: string,
  cell: Cell,
  became: StoredMember,
  reasons: readonly string[] = [],
): PeopleCase {
  const isName = column === 'name';
  const header = isName ? ['姓名', '手机号'] : ['姓名', '手机号', COLUMNS[column]];
  const row = isName ? [cell, '13800138000'] : ['王芳', '13800138000', cell];
  return {
    name: `${column}: ${what}`,
    file: '名单.xlsx',
    kind: 'members',
    bytes: () => book([header, row]),
    counts: { rows: 1, create: 1 },
    members: [{ ...WANG, ...became }],
    reasons,
  };
}

const text = (value: string): StoredMember => ({ note: value });
const STAY = [
  '<script>alert(1)</script>',
  '<img src=x onerror="alert(1)">',
  '=1+1',
  '@SUM(A1:A9)',
  '+1-1',
  '{{constructor}}',
  "'; DROP TABLE members;--",
  '%3Cb%3E&amp;',
];

/** What the cells of a person say in words. */
export const wordCases: PeopleCase[] = [
  ...STAY.map((value) => cellCase('note', `stays to the letter: ${value}`, value, text(value))),
  ...STAY.slice(0, 4).map((value) =>
    cellCase('name', `stays to the letter: ${value}`, value, { name: value }),
  ),
  ...['-', '——', '无', 'N/A', '/', 'null', '暂无', '\u3000'].map((mark) =>
    cellCase('note', `nothing is written ${JSON.stringify(mark)}`, mark, {}),
  ),
  cellCase('name', 'a line break within', '王\n芳', { name: '王 芳' }),
  cellCase('name', 'blanks around it', '\u00a0 王芳\u3000', {}),
  cellCase('name', 'a family emoji', '王芳👨‍👩‍👧', { name: '王芳👨‍👩‍👧' }),
  cellCase('name', 'a number', { xml: '<c r="@"><v>2046</v></c>' }, { name: '2046' }),
  cellCase('note', 'line breaks are kept', '三栋\n放门口', text('三栋\n放门口')),
  cellCase('tags', 'a list with many marks', '宝妈，爱吃辣;老客、宝妈', {
    tags: ['宝妈', '爱吃辣', '老客'].sort(),
  }),
  cellCase('tags', 'hash marks and lines', '#宝妈 #老客\n新客', {
    tags: ['宝妈', '新客', '老客'].sort(),
  }),
  cellCase('tags', 'nothing', '无', {}),
  cellCase('identity', '宝妈', '宝妈', { identity: 'consumer' }),
  cellCase('identity', '实体店主', '实体店主', { identity: 'store' }),
  cellCase('identity', '微商', '微商', { identity: 'online' }),
  cellCase('identity', 'a word that nobody knows', '董事长', {}, ['word-unknown']),
  cellCase('gender', '女士', '女士', { gender: 'female' }),
  cellCase('gender', '保密', '保密', {}),
  cellCase('birthday', 'in words', '1988年3月8日', { birthday: '1988-03-08' }),
  cellCase(
    'birthday',
    'as a serial',
    { xml: '<c r="@"><v>32210</v></c>' },
    { birthday: '1988-03-08' },
  ),
  cellCase('birthday', '保密', '保密', {}, ['date-left-out']),
  cellCase('backOfficeId', 'with zeros before it', '000123', { backOfficeId: '000123' }),
  cellCase('backOfficeId', 'of 15 digits as a number', 123456789012345, {
    backOfficeId: '123456789012345',
  }),
  cellCase('region', 'with its name', '春田花园', { region: '春田花园' }),
  cellCase('wechatId', 'as it is written', 'wxid_Fang-88', { wechatId: 'wxid_Fang-88' }),
];
