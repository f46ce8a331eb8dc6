import { expect, it } from 'vitest';
import { asksOf } from './script-asks.rules';

it('finds what a text asks for', () => {
  expect(asksOf('麻烦发我两样：注册时用的手机号，一张店里的照片')).toEqual(['phone', 'photo']);
  expect(asksOf('营业执照拍一张就好')).toEqual(['licence', 'photo']);
  expect(asksOf('Please send your phone number and the licence')).toEqual(['phone', 'licence']);
  expect(asksOf('自用的话我拉你去福利群更合适，可以吗？')).toEqual([]);
});
