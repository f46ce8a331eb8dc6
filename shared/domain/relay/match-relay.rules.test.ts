import { describe, expect, it } from 'vitest';
import { createRelayRoster, matchRelayPerson, type RelayPerson } from './match-relay.rules';

const roster = createRelayRoster([
  { id: 'mei', name: '王美丽', groupNickname: '12-301 小美', phone: '+8613800138000' },
  { id: 'qiang', name: '阿强', address: '阳光花园3栋2单元502' },
  { id: 'qiang2', name: '阿强', groupNickname: '阿强（北门）' },
  { id: 'li', name: '李姐🌸', phone: '+8613911112222' },
  { id: 'family', name: '李姐夫', phone: '+8613911112222' },
  { id: 'tina', name: 'Tina', groupNickname: '8-501Tina' },
]);

const ask = (person: RelayPerson) => {
  const { certain, candidates } = matchRelayPerson(person, roster);
  return [
    certain?.memberId ?? '-',
    ...candidates.map(({ memberId, sign }) => `${memberId}:${sign}`),
  ];
};

describe('an entry finds its member', () => {
  it.each<[string, RelayPerson, string[]]>([
    ['by phone', { nickname: '随便', phone: '+8613800138000' }, ['mei', 'mei:phone']],
    ['a nickname alone only proposes', { nickname: '小美' }, ['-', 'mei:name']],
    [
      'the name in brackets proposes too',
      { nickname: '美美', realName: '王美丽' },
      ['-', 'mei:name'],
    ],
    [
      'nickname and door together are certain',
      { nickname: '小美', address: '12-301' },
      ['mei', 'mei:name-and-door'],
    ],
    [
      'the door tells two of one name apart',
      { nickname: '阿强', address: '3-2-502' },
      ['qiang', 'qiang:name-and-door', 'qiang2:name'],
    ],
    ['two of one name are both proposed', { nickname: '阿强' }, ['-', 'qiang:name', 'qiang2:name']],
    [
      'a door alone proposes who lives there',
      { nickname: '新邻居', address: '3栋2单元502' },
      ['-', 'qiang:door'],
    ],
    [
      'a phone of two people is not certain',
      { nickname: '李姐', phone: '+8613911112222' },
      ['-', 'li:phone', 'family:phone'],
    ],
    ['pictures in names do not matter', { nickname: '李姐' }, ['-', 'li:name']],
    [
      'case does not matter',
      { nickname: 'TINA', address: '8-501' },
      ['tina', 'tina:name-and-door'],
    ],
    [
      'another phone keeps a matching door from being certain',
      { nickname: '小美', address: '12-301', phone: '+8613700000000' },
      ['-', 'mei:name-and-door'],
    ],
    ['nobody is nobody', { nickname: '路人' }, ['-']],
    ['no name at all', { nickname: '' }, ['-']],
  ])('%s', (_, person, expected) => {
    expect(ask(person)).toEqual(expected);
  });
});
