import { describe, expect, it } from 'vitest';
import { type DuplicateField, findDuplicates } from './duplicates.rules';

type Person = Partial<Record<DuplicateField, string>>;

/** Pairs as `older-younger confidence evidence`, by the place in the list. */
function found(people: Person[], distinct: [number, number][] = []): string[] {
  const pairs = findDuplicates({
    n: people.length,
    text: (field, row) => people[row]?.[field],
    isDistinct: (a, b) => distinct.some(([x, y]) => x === Math.min(a, b) && y === Math.max(a, b)),
  });
  return pairs.map(({ a, b, evidence, confidence }) =>
    [`${a}-${b}`, confidence, ...evidence].join(' '),
  );
}

const PHONE = '+8613800138000';

describe('one person with two records', () => {
  it('is certain by phone and name, and by an id that a platform gives once', () => {
    expect(
      found([
        { name: '王芳', phone: PHONE },
        { name: '王 芳', phone: PHONE },
      ]),
    ).toEqual(['0-1 certain phone']);
    expect(
      found([
        { name: '王芳', unionId: 'u1' },
        { name: '小芳', unionId: 'u1' },
      ]),
    ).toEqual(['0-1 certain unionId']);
    expect(
      found([
        { name: '王芳', wechatId: 'wf' },
        { name: '方方', wechatId: 'WF' },
      ]),
    ).toEqual(['0-1 certain wechatId']);
  });

  it('is certain by phone when one of the names was made up by a platform', () => {
    const people = [
      { name: '微信用户', phone: PHONE },
      { name: '李雷', phone: PHONE },
    ];
    expect(found(people)).toEqual(['0-1 certain phone']);
  });

  it('is only likely when one phone has two names: a family may share it', () => {
    const people = [
      { name: '王芳', phone: PHONE },
      { name: '李雷', phone: PHONE },
    ];
    expect(found(people)).toEqual(['0-1 likely phone']);
  });

  it('is only possible when another id contradicts', () => {
    const people = [
      { name: '王芳', phone: PHONE, wechatId: 'a' },
      { name: '李雷', phone: PHONE, wechatId: 'b' },
    ];
    expect(found(people)).toEqual(['0-1 possible phone']);
  });

  it('takes a back-office number for a sign only together with a name', () => {
    const same = [
      { name: '王芳', backOfficeId: '7' },
      { name: '王芳', backOfficeId: '7' },
    ];
    const other = [
      { name: '王芳', backOfficeId: '7' },
      { name: '李雷', backOfficeId: '7' },
    ];
    expect(found(same)).toEqual(['0-1 certain backOfficeId']);
    expect(found(other)).toEqual(['0-1 possible backOfficeId']);
  });

  it('is likely by nickname and door, however the address is written', () => {
    const people = [
      { name: '王芳', groupNickname: '芳芳', address: '阳光花园12栋2单元502室' },
      { name: '王女士', groupNickname: '芳芳', address: '阳光花园 12-2-502' },
      { name: '芳芳', address: '阳光花园12栋2单元503室' },
    ];
    expect(found(people)).toEqual(['0-1 likely nicknameDoor']);
  });

  it('is likely by a nickname that names the door itself', () => {
    const people = [
      { name: '王芳', groupNickname: '12-502 芳芳' },
      { name: '芳', groupNickname: '12-502芳芳' },
    ];
    expect(found(people)).toEqual(['0-1 likely nicknameDoor']);
  });

  it('is likely by name and a masked phone that fits, not by one that does not', () => {
    const people = [
      { name: '王芳', phoneMasked: '138****8000' },
      { name: '王芳', phone: PHONE },
      { name: '王芳', phone: '+8613811118001' },
    ];
    expect(found(people)).toEqual(['0-1 likely nameMaskedPhone']);
  });

  it('is possible by name and address with two different phones: perhaps two generations', () => {
    const people = [
      { name: '王芳', address: '阳光花园3号', phone: PHONE },
      { name: '王芳', address: '阳光花园 3号', phone: '+8613900139000' },
    ];
    expect(found(people)).toEqual(['0-1 possible nameAddress']);
  });
});

describe('what is no sign', () => {
  it('is a name alone, or a name that says nothing', () => {
    expect(found([{ name: '王芳' }, { name: '王芳' }])).toEqual([]);
    const people = [
      { name: '微信用户', address: '阳光花园自提点' },
      { name: '微信用户', address: '阳光花园自提点' },
    ];
    expect(found(people)).toEqual([]);
  });

  it('is a nickname with a door when phone and account are both others', () => {
    const people = [
      { name: '周一', groupNickname: '1-102 秋日', phone: PHONE, wechatId: 'a' },
      { name: '周一', groupNickname: '1-102 秋日', phone: '+8613900139000', wechatId: 'b' },
    ];
    expect(found(people)).toEqual([]);
  });

  it('is a number that a whole crowd shares', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => ({ name: `人${i}`, phone: PHONE }));
    const pairs = found(crowd);
    expect(pairs.length).toBeLessThan(10);
    expect(pairs.every((pair) => pair.includes('possible'))).toBe(true);
  });
});

describe('said before', () => {
  const people = [
    { name: '王芳', phone: PHONE },
    { name: '王芳', phone: PHONE },
    { name: '王芳', phone: PHONE },
  ];

  it('pairs each record with the oldest one', () => {
    expect(found(people)).toEqual(['0-1 certain phone', '0-2 certain phone']);
  });

  it('never proposes two again who were told apart, but still finds the third', () => {
    expect(found(people, [[0, 1]])).toEqual(['0-2 certain phone']);
    expect(found(people, [[0, 2]])).toEqual(['0-1 certain phone', '1-2 certain phone']);
    expect(
      found(people, [
        [0, 1],
        [0, 2],
        [1, 2],
      ]),
    ).toEqual([]);
  });
});

it('is found once with all its evidence', () => {
  const person = { name: '王芳', phone: PHONE, wechatId: 'wf', address: '阳光花园3号' };
  expect(found([person, person])).toEqual(['0-1 certain wechatId phone nameAddress']);
});
