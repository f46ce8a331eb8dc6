import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { inProject } from '../../lib/project.mjs';

export type WorkbookKind = 'members' | 'orders';
type Cell = string | number | { serial: number };

/** Bytes of the same name never change: a new way of making them takes a new number. */
const EDITION = 1;
const ROWS_AT_ONCE = 2000;
const BUYERS_SHARE = 0.2;
const FIRST_DAY = 45_600;

const HEADERS: Record<WorkbookKind, string> = {
  orders:
    '订单号 支付时间 下单人 买家手机号 商品 规格 数量 订单金额 退款金额 订单状态 收货人 联系电话 详细地址 备注',
  members:
    '会员编号 姓名 微信昵称 手机号 微信号 身份 渠道 地区 详细地址 性别 生日 加入时间 标签 备注',
};
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'芳静伟洋敏丽强磊军娜艳杰娟涛明超秀霞平刚桂英华玉兰建国文晶雪'];
const GOODS = '红富士苹果 本地菠菜 土鸡蛋 鲜牛奶 五常大米 基围虾 砂糖橘 番茄 黑猪肉 嫩豆腐'.split(
  ' ',
);
const PLACES = '春田花园 阳光里 滨江一号 翠湖苑 和平里'.split(' ');

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const nameOf = (n: number) =>
  `${pick(SURNAMES, n * 7)}${pick(GIVEN, n * 13)}${pick(GIVEN, Math.floor(n / 29) * 3 + n)}`;
const phoneOf = (n: number) => `1${38 + (n % 5)}${String(10_000_000 + n * 17).slice(-8)}`;
const addressOf = (n: number) =>
  `${pick(PLACES, n)}${(n % 40) + 1}号楼${(n % 28) + 1}0${(n % 4) + 1}室`;

function orderCells(n: number, buyers: number): Cell[] {
  const buyer = (n * 7919) % buyers;
  const amount = (990 + ((n * 37) % 19_000)) / 100;
  return [
    `E2026${String(1_000_000_000 + n)}`,
    { serial: FIRST_DAY + (n % 365) + ((n * 61) % 86_400) / 86_400 },
    nameOf(buyer),
    phoneOf(buyer),
    pick(GOODS, n),
    pick(['500g', '1kg', '2.5kg', '一箱'], n),
    (n % 4) + 1,
    amount,
    n % 50 === 0 ? amount : 0,
    n % 50 === 0 ? '已退款' : pick(['已支付', '已发货', '已送达'], n),
    nameOf(buyer),
    phoneOf(buyer),
    addressOf(buyer),
    n % 5 === 0 ? `放门口 ${n}` : '',
  ];
}

function memberCells(n: number): Cell[] {
  return [
    `M${100_000 + n}`,
    nameOf(n),
    `${pick(GIVEN, n)}家${n}`,
    phoneOf(n),
    `wx_${(n * 2_654_435).toString(36)}`,
    pick(['实体门店', '微商', '消费者'], n),
    pick(['地推', '朋友推荐', '小程序', '直播'], n),
    pick(['徐汇', '浦东', '静安', '闵行'], n),
    addressOf(n),
    pick(['女', '男'], n),
    { serial: 25_000 + (n % 15_000) },
    { serial: FIRST_DAY + (n % 365) },
    pick(['宝妈', '宝妈，老客', '上班族', '老客'], n),
    n % 5 === 0 ? `喜欢晚上取 ${n}` : '',
  ];
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const FRAME: Record<string, string> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

function* sheetParts(kind: WorkbookKind, rows: number, placeOf: (text: string) => number) {
  yield `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:N${rows + 1}"/><sheetData>`;
  const buyers = Math.max(1, Math.floor(rows * BUYERS_SHARE));
  let part = '';
  for (let n = -1; n < rows; n++) {
    const cells: Cell[] =
      n < 0 ? HEADERS[kind].split(' ') : kind === 'orders' ? orderCells(n, buyers) : memberCells(n);
    part += `<row r="${n + 2}">`;
    cells.forEach((cell, column) => {
      const ref = `${String.fromCharCode(65 + column)}${n + 2}`;
      if (cell === '') return;
      if (typeof cell === 'string') part += `<c r="${ref}" t="s"><v>${placeOf(cell)}</v></c>`;
      else if (typeof cell === 'number') part += `<c r="${ref}"><v>${cell}</v></c>`;
      else part += `<c r="${ref}" s="1"><v>${cell.serial}</v></c>`;
    });
    part += '</row>';
    if (n % ROWS_AT_ONCE !== 0) continue;
    yield part;
    part = '';
  }
  yield `${part}</sheetData></worksheet>`;
}

function* textParts(texts: Iterable<string>, count: number) {
  yield `${XML}<sst xmlns="${MAIN}" uniqueCount="${count}">`;
  let part = '';
  let held = 0;
  for (const text of texts) {
    part += `<si><t>${escaped(text)}</t></si>`;
    held += 1;
    if (held % 10_000 !== 0) continue;
    yield part;
    part = '';
  }
  yield `${part}</sst>`;
}

/**
 * A workbook of `rows` × 14 as spreadsheet programs write it (shared strings, phones and ids as text,
 * dates as styled numbers, a fifth with notes); made once and kept. Orders come from a fifth as many
 * buyers. Returns its path.
 */
export function makeWorkbook(kind: WorkbookKind, rows: number): string {
  const folder = inProject('.cache', 'bench-workbooks');
  const path = join(folder, `${kind}-${rows}-${EDITION}.xlsx`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    writeSync(file, chunk);
  });
  const encoder = new TextEncoder();
  const add = (name: string, parts: Iterable<string>) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for (const part of parts) entry.push(encoder.encode(part));
    entry.push(new Uint8Array(), true);
  };
  for (const [name, text] of Object.entries(FRAME)) add(name, [text]);
  const places = new Map<string, number>();
  const placeOf = (text: string) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  add('xl/worksheets/sheet1.xml', sheetParts(kind, rows, placeOf));
  add('xl/sharedStrings.xml', textParts(places.keys(), places.size));
  zip.end();
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}
