import { describe, expect, it } from 'vitest';
import { callParts, type ReadingsOf, soundsAlike } from './audit-calls';
import { idConflicts, matchPerson, type TraceMember } from './audit-match.rules';

const READINGS: Record<string, string[]> = {
  小: ['xiao'],
  晓: ['xiao'],
  周: ['zhou'],
  洲: ['zhou'],
  单: ['dan', 'shan'],
  善: ['shan'],
};
const readingsOf: ReadingsOf = (character) => READINGS[character] ?? [];

const person = (id: string, name: string, more: Partial<TraceMember> = {}): TraceMember => ({
  id,
  name,
  ...more,
});
const match = (me: TraceMember, ...others: TraceMember[]) => matchPerson(me, others, readingsOf);

describe('what a nickname is made of', () => {
  it('tells names from regions, back-office ids and phones', () => {
    expect(callParts('上海-小周-10086', '上海')).toEqual({
      calls: ['上海小周', '小周'],
      numbers: ['10086'],
      mobiles: [],
    });
    expect(callParts('小周 13800138000').mobiles).toEqual(['13800138000']);
    expect(callParts('小周 13800138000').numbers).toEqual([]);
    expect(callParts('老板｜U20077｜阿强五金').numbers).toEqual(['U20077']);
    expect(callParts('5-302 小王').numbers).toEqual([]);
    expect(callParts(undefined).calls).toEqual([]);
  });

  it('hears names that are said alike, by any reading of a character', () => {
    expect(soundsAlike('小周', '晓洲', readingsOf)).toBe(true);
    expect(soundsAlike('小单', '晓善', readingsOf)).toBe(true);
    expect(soundsAlike('小周', '小周', readingsOf)).toBe(false);
    expect(soundsAlike('小周', '周小', readingsOf)).toBe(false);
    expect(soundsAlike('ab', 'ac', readingsOf)).toBe(false);
  });
});

describe('suggestions for a person in the queue', () => {
  it('takes the missing ids from a record with the same WeChat ID, in any case', () => {
    const me = person('me', '小周', { wechatId: 'Zhou_88' });
    const other = person('b', '周女士', {
      wechatId: 'zhou_88 ',
      phone: '+8613800138000',
      backOfficeId: 'U1001',
    });
    const { suggestions, twins } = match(me, other);
    expect(suggestions).toEqual([
      {
        field: 'phone',
        value: '+8613800138000',
        reasons: ['sameWechatId'],
        strength: 'strong',
        from: { memberId: 'b', name: '周女士' },
      },
      expect.objectContaining({ field: 'backOfficeId', value: 'U1001', strength: 'strong' }),
    ]);
    expect(twins).toMatchObject([{ memberId: 'b', strength: 'strong', mayMerge: true }]);
  });

  it('knows the last four digits of the phone behind the name', () => {
    const me = person('me', '小周8000');
    const other = person('b', '小周', { phone: '+8613800138000' });
    const { suggestions, twins } = match(me, other);
    expect(suggestions[0]).toMatchObject({ field: 'phone', strength: 'weak' });
    expect(twins[0]?.reasons).toContain('phoneTailAndName');
    // Another name with the same digits is another person.
    expect(match(me, person('c', '老李', { phone: '+8613900138000' })).twins).toEqual([]);
  });

  it('reads a back-office id in a nickname, on either side', () => {
    const me = person('me', '周记五金', { groupNickname: '上海-小周-10086', region: '上海' });
    const other = person('b', '周老板', { backOfficeId: '10086', phone: '+8613800138000' });
    const { suggestions, twins } = match(me, other);
    expect(twins[0]).toMatchObject({ reasons: ['backOfficeIdInNickname'], mayMerge: true });
    expect(suggestions).toContainEqual(
      expect.objectContaining({ field: 'backOfficeId', value: '10086' }),
    );
    expect(match(other, me).suggestions).toContainEqual(
      expect.objectContaining({ field: 'groupNickname', value: '上海-小周-10086' }),
    );
  });

  it('offers what the own nickname says, as weak', () => {
    const { suggestions } = match(
      person('me', '小周', { groupNickname: '小周13800138000-U10086' }),
    );
    expect(suggestions).toEqual([
      { field: 'phone', value: '+8613800138000', reasons: ['inOwnName'], strength: 'weak' },
      { field: 'backOfficeId', value: 'U10086', reasons: ['inOwnName'], strength: 'weak' },
    ]);
  });

  it('never merges on a masked phone, nor on a name alone', () => {
    const me = person('me', '小周', { phoneMasked: '138****8000' });
    const masked = match(me, person('b', '小周', { phone: '+8613812348000' }));
    expect(masked.twins[0]).toMatchObject({
      reasons: ['maskedPhoneAndName', 'sameNickname'],
      strength: 'weak',
      mayMerge: false,
    });
    expect(match(me, person('c', '小周', { phone: '+8613912348000' })).twins[0]).toMatchObject({
      reasons: ['sameNickname'],
      mayMerge: false,
    });
  });

  it('says nothing by a name that many bear, and hears pinyin', () => {
    const crowd = Array.from({ length: 9 }, (_, i) =>
      person(`p${i}`, '小周', { wechatId: `w${i}` }),
    );
    expect(match(person('me', '小周'), ...crowd).twins).toEqual([]);
    expect(match(person('me', '小周'), person('b', '晓洲', { wechatId: 'w' })).twins).toMatchObject(
      [{ reasons: ['soundsLikeNickname'], strength: 'weak', mayMerge: false }],
    );
  });

  it('is not misled by a city that stands in every nickname', () => {
    const crowd = Array.from({ length: 20 }, (_, i) =>
      person(`p${i}`, `客${i}号`, { groupNickname: `上海-客${i}号` }),
    );
    const me = person('me', '周记', { groupNickname: '上海-小周' });
    const { twins } = match(me, ...crowd, person('b', '小周', { wechatId: 'w' }));
    expect(twins.map(({ memberId }) => memberId)).toEqual(['b']);
  });

  it('keeps what is filled in, and puts strong before weak, three a field', () => {
    const me = person('me', '小周', { wechatId: 'w', phone: '+8613800138000' });
    const others = [
      person('b', '小周', { backOfficeId: 'B1' }),
      person('c', '小周', { backOfficeId: 'B2' }),
      person('d', '小周', { backOfficeId: 'B3' }),
      person('e', '他人', { backOfficeId: 'B4', wechatId: 'W', phone: '+8613800138001' }),
    ];
    const { suggestions } = match(me, ...others);
    expect(suggestions.map(({ field, value }) => [field, value])).toEqual([
      ['backOfficeId', 'B4'],
      ['backOfficeId', 'B1'],
      ['backOfficeId', 'B2'],
    ]);
  });
});

describe('an id that belongs to somebody already', () => {
  it('is told with that person, but not for oneself nor for a nickname', () => {
    const others = [
      person('me', '小周', { wechatId: 'zhou' }),
      person('b', '老李', { wechatId: 'Li_8', groupNickname: '掌柜', phone: '+8613800138000' }),
    ];
    const typed = { wechatId: ' li_8', groupNickname: '掌柜', phone: '+8613800138000' };
    expect(idConflicts('me', typed, others)).toEqual([
      { field: 'phone', value: '+8613800138000', memberId: 'b', name: '老李' },
      { field: 'wechatId', value: ' li_8', memberId: 'b', name: '老李' },
    ]);
    expect(idConflicts('me', { wechatId: 'zhou', backOfficeId: '' }, others)).toEqual([]);
  });
});
