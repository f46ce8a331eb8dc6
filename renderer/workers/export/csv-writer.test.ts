import { expect, test } from 'vitest';
import { CsvWriter } from './csv-writer';

const spec = {
  sheetName: '订单',
  timeZone: 'Asia/Shanghai',
  createdAtMs: 0,
  cutMark: '…',
  columns: [
    { title: '姓名', type: 'text' },
    { title: '手机号', type: 'phone' },
    { title: '下单时间', type: 'moment' },
    { title: '生日', type: 'day' },
    { title: '金额', type: 'money' },
    { title: '数量', type: 'number' },
  ],
} as const;

async function written(rows: (string | number | undefined)[][]): Promise<string> {
  const writer = new CsvWriter(spec);
  await writer.write(rows);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writer.end());
}

test('a csv has the mark of UTF-8, ends its lines as Windows does and keeps phones whole', async () => {
  const at = Date.UTC(2026, 10, 13, 0, 5, 7);
  const text = await written([['王芳', '13800138000', at, '1990-02-28', -3905, 1.5]]);
  expect(text).toBe(
    '\ufeff姓名,手机号,下单时间,生日,金额,数量\r\n' +
      '王芳,"\t13800138000",2026-11-13 08:05:07,1990-02-28,-39.05,1.5\r\n',
  );
});

test('quotes, commas, breaks and formulas do no harm', async () => {
  const text = await written([['a,"b"\nc', '', undefined, undefined, 0], ['=1+1'], ['@x']]);
  expect(text.split('\r\n').slice(1)).toEqual([
    '"a,""b""\nc",,,,0.00,',
    "'=1+1,,,,,",
    "'@x,,,,,",
    '',
  ]);
});
