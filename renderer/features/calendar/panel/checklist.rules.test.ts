import { expect, it } from 'vitest';
import { checksOf, moveCheck } from './checklist.rules';

const list = ['拍图', '写文案', '备货'].map((text) => ({ text, isDone: false }));
const texts = (entries: readonly { text: string }[]) => entries.map(({ text }) => text);

it('carries an entry up and down and stops at the rim', () => {
  expect(texts(moveCheck(list, 2, -1))).toEqual(['拍图', '备货', '写文案']);
  expect(texts(moveCheck(list, 0, 1))).toEqual(['写文案', '拍图', '备货']);
  expect(texts(moveCheck(list, 0, -1))).toEqual(['拍图', '写文案', '备货']);
  expect(texts(moveCheck(list, 2, 1))).toEqual(['拍图', '写文案', '备货']);
});

it('takes a pasted list apart', () => {
  expect(checksOf('1. 拍图\n2、写文案\n\n- 备货 5 箱\n☐ 定价 3.5 元')).toEqual([
    '拍图',
    '写文案',
    '备货 5 箱',
    '定价 3.5 元',
  ]);
});
