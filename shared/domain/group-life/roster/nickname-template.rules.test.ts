import { expect, it } from 'vitest';
import {
  checkNickname,
  templateFields,
  templateInUse,
  VIOLATOR_TEXT,
  violatorMessage,
} from './nickname-template.rules';

const TEMPLATE = '{地区}-{店名}-{姓名}';
const REGIONS = ['杭州', '宁波市', '温州', '浙江省绍兴市', '余姚'];

/** Invented nicknames with the fault that a leader would name; none for those that are right. */
const CASES: [string, string?][] = [
  ...[
    '杭州-小店-王芳',
    '宁波-鲜果坊-李雷',
    '温州—阿婆家—陈静',
    '绍兴·老酒铺·孙一',
    '余姚/杨梅园/周二',
    '杭州 小店 王芳',
    '杭州_小店_王芳',
    '杭州|小店|王芳',
    '杭州市-小店-王芳',
    '宁波市-海鲜行-赵四',
    '杭州－小店－王芳',
    '杭州--小店--王芳',
    '杭州-小店-王芳🌸',
    '🍎杭州-小店-王芳',
    '杭州 - 小店 - 王芳',
    '温州+百货+林五',
    '绍兴市。便利店。吴六',
    '杭州-7号店-郑七',
    '宁波-A店-冯八',
    '余姚-LuckyMart-May',
    '杭州-小店-王芳❤️',
    '宁波~水产~褚九',
    '温州-王芳家-欧阳娜娜',
    '绍兴-鲜果-卫十',
    '浙江省绍兴市-茶庄-蒋一',
    '绍兴-腐乳坊-朱十',
    '余姚市-小卖部-沈二',
    '杭州-小店-阿芳',
    '宁波-文具店-韩三',
    '温州-鞋店-杨四',
  ].map((it): [string] => [it]),
  ...[
    '王芳',
    '小店王芳',
    '杭州-王芳',
    '小店-王芳',
    '🌸',
    '杭州小店王芳',
    '用户10086',
    'A0001',
    '杭州-',
    '--',
  ].map((it): [string, string] => [it, 'tooFewParts']),
  ...[
    '杭州-西湖-小店-王芳',
    '杭州-小店-王芳-老板',
    '温州-阿婆-家-陈静',
    '宁波 鲜 果 坊 李雷',
    '杭州-小店-王芳-1234',
  ].map((it): [string, string] => [it, 'tooManyParts']),
  ...['火星-小店-王芳', '上海-小店-王芳', '王芳-小店-杭州', '小店-杭州-王芳', '138-小店-王芳'].map(
    (it): [string, string] => [it, 'unknownRegion'],
  ),
  ...['地区-店名-姓名', '杭州-店名-王芳', '杭州-小店-姓名', '杭州-xx-王芳', '杭州-小店-某某'].map(
    (it): [string, string] => [it, 'placeholder'],
  ),
  ...[
    '杭州-小店-13800138000',
    '杭州-店-王芳',
    '杭州-小店-王芳1',
    '杭州-88-王芳',
    '宁波-鲜果坊-10086',
  ].map((it): [string, string] => [it, 'badPart']),
];

it('judges sixty nicknames as a leader would', () => {
  expect(CASES.length).toBe(60);
  expect(new Set(CASES.map(([nickname]) => nickname)).size).toBeGreaterThan(55);
  const wrong = CASES.filter(
    ([nickname, fault]) => checkNickname(nickname, TEMPLATE, REGIONS).faults[0]?.kind !== fault,
  );
  expect(wrong).toEqual([]);
});

it('reads other templates, optional parts and none at all', () => {
  expect(
    templateFields('{姓名}/{尾号?}').map(({ part, isOptional }) => [part, isOptional]),
  ).toEqual([
    ['name', false],
    ['phone', true],
  ]);
  expect(checkNickname('王芳', '{姓名}/{尾号?}', []).faults).toEqual([]);
  expect(checkNickname('王芳-1234', '{姓名}/{尾号?}', []).parts).toEqual({
    name: '王芳',
    phone: '1234',
  });
  expect(checkNickname('王芳-12', '{姓名}/{尾号?}', []).faults).toEqual([
    { kind: 'badPart', label: '尾号', value: '12' },
  ]);
  expect(checkNickname('随便', '', REGIONS).faults).toEqual([]);
  expect(checkNickname('火星-小店-王芳', TEMPLATE, []).faults).toEqual([]);
});

it('makes the message to those who have to change', () => {
  const values = {
    nicknames: ['小芳', 'A1'],
    template: TEMPLATE,
    example: '杭州-小店-王芳',
    group: '一群',
  };
  expect(violatorMessage(VIOLATOR_TEXT.zh, values)).toBe(
    '@小芳 @A1 请按「地区-店名-姓名」改一下群昵称，例如「杭州-小店-王芳」。方便大家认识你，找货、取货也快。谢谢配合～',
  );
  expect(violatorMessage('{group} {count} {别的}', values)).toBe('一群 2 {别的}');
});

it('holds a group of consumers against no template of shops until it has its own', () => {
  const consumers = { identity: 'consumer' } as const;
  const shops = { identity: 'store' } as const;
  expect(templateInUse(shops, undefined)).toEqual({ template: TEMPLATE, from: 'default' });
  expect(templateInUse(undefined, undefined).from).toBe('default');
  expect(templateInUse(consumers, undefined)).toEqual({ template: '', from: 'none' });
  expect(templateInUse(consumers, '{店名}-{姓名}')).toEqual({ template: '', from: 'none' });
  expect(templateInUse(shops, '{店名}-{姓名}').from).toBe('workspace');
  expect(templateInUse(consumers, '{地区}-{姓名}').from).toBe('workspace');
  const own = { ...consumers, nicknameTemplate: '{店名}-{姓名}' };
  expect(templateInUse(own, undefined)).toEqual({ template: '{店名}-{姓名}', from: 'group' });
});
