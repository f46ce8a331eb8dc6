import { expect, test } from 'vitest';
import { maskMobiles, maskPhone } from './mask-text';

test.each([
  ['13800138000', '138****8000'],
  ['+8613800138000', '138****8000'],
  ['+85291234567', '+85****4567'],
  ['186******05', '186******05'],
  ['12345', '****45'],
])('the phone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test.each([
  ['微信同号 13800138000', '微信同号 138****8000'],
  ['138 0013 8000 或 +86-13900139000', '138****8000 或 139****9000'],
  ['电话１３８００１３８０００', '电话138****8000'],
  ['订单 202611131380013800099', '订单 202611131380013800099'],
  ['３号楼', '３号楼'],
])('in the text %s mobiles are hidden and nothing else', (text, shown) => {
  expect(maskMobiles(text)).toBe(shown);
});
