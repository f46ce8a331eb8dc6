import { candidate, groupMade } from '@shared/domain/groups/groups.testing';
import { DEFAULT_PLACEMENT_RULES } from '@shared/domain/groups/placement-settings.schema';
import { describe, expect, it } from 'vitest';
import { nameKey } from './name-key';
import { matchEntries, RosterIndex, type RosterPlace } from './roster-match.rules';
import { parseRosterText } from './roster-parse.rules';
import { planRosterList, type RosterWorld } from './roster-plan.rules';

const names = (text: string) => parseRosterText(text).entries.map(({ name }) => name);

describe('reading a pasted list', () => {
  it('takes one name a line, with numbering, bullets, roles and emoji', () => {
    const list = parseRosterText(
      '杭州门店1群(6)\n群成员\n1. 杭州-小店-王芳🌸\n2、[群主] 宁波-鲜果-李雷\n3) @管理员 韩梅\n4. 温州/阿婆/陈静（管理员）\n5. 邀请小王加入群聊\n6. 杭州－小店—王芳\n',
    );
    expect(list.title).toBe('杭州门店1群');
    expect(list.stated).toBe(6);
    expect(list.entries.map(({ name, role, count }) => [name, role, count])).toEqual([
      ['杭州-小店-王芳🌸', undefined, 2],
      ['宁波-鲜果-李雷', 'owner', 1],
      ['管理员 韩梅', undefined, 1],
      ['温州/阿婆/陈静', 'admin', 1],
    ]);
    expect(list.skipped.map(({ reason }) => reason)).toEqual(['header', 'header', 'system']);
  });

  it('reads columns with headings, the name in the group before the name at WeChat', () => {
    const list = parseRosterText(
      '序号\t昵称\t群昵称\t身份\n1\t芳芳\t杭州-小店-王芳\t群主\n2\t雷哥\t\t成员\n',
    );
    expect(list.entries.map(({ name, alsoNames, role }) => [name, alsoNames, role])).toEqual([
      ['杭州-小店-王芳', ['芳芳'], 'owner'],
      ['雷哥', [], undefined],
    ]);
    expect(names('昵称,身份\n"王芳",群主\n李雷,成员')).toEqual(['王芳', '李雷']);
    expect(names('1\t王芳\t2026/11/02\n2\t李雷\t2026/11/03')).toEqual(['王芳', '李雷']);
  });

  it('keeps what belongs to a name', () => {
    expect(names('7.5折小王\n小店，欢迎光临\n3号楼李姐\n10086\n管理员')).toEqual([
      '7.5折小王',
      '小店，欢迎光临',
      '3号楼李姐',
      '10086',
    ]);
    expect(names('小王、小李、小张')).toEqual(['小王', '小李', '小张']);
    expect(names('')).toEqual([]);
    expect(names('。\n------\n王芳')).toEqual(['。', '王芳']);
    expect(nameKey('🌸🌸')).toBe('🌸🌸');
    expect(nameKey('[玫瑰]王芳 ❤️')).toBe('王芳');
  });
});

const people = [
  { memberId: 'fang', name: '王芳', region: '杭州', phone: '+8613800131234' },
  {
    memberId: 'fang2',
    name: '王芳',
    region: '宁波',
    phone: '+8613900135678',
    wechatId: 'fang_wang88',
  },
  { memberId: 'lei', name: '李雷', groupNickname: '宁波-鲜果-李雷', region: '宁波' },
  { memberId: 'mei', name: '韩梅', region: '温州' },
  { memberId: 'jing', name: '陈静静', region: '温州' },
];
const index = new RosterIndex(people);
const template = '{地区}-{店名}-{姓名}';
const regions = ['杭州', '宁波', '温州'];

const match = (text: string, places: RosterPlace[] = []) =>
  matchEntries(parseRosterText(text).entries, { index, places, template, regions });

describe('matching names to members', () => {
  it('is sure by nickname here, phone, name and the parts of the template', () => {
    const here = [{ memberId: 'mei', nickname: '小梅花' }];
    expect(match('小梅花🌸', here)).toEqual([
      { kind: 'sure', memberIds: ['mei'], by: 'nicknameHere' },
    ]);
    expect(match('王芳13900135678')).toEqual([{ kind: 'sure', memberIds: ['fang2'], by: 'phone' }]);
    expect(match('宁波·鲜果·李雷')).toEqual([
      { kind: 'sure', memberIds: ['lei'], by: 'groupNickname' },
    ]);
    expect(match('韩梅')).toEqual([{ kind: 'sure', memberIds: ['mei'], by: 'name' }]);
    expect(match('杭州-小店-王芳')).toEqual([{ kind: 'sure', memberIds: ['fang'], by: 'name' }]);
    expect(match('王芳5678')).toEqual([{ kind: 'sure', memberIds: ['fang2'], by: 'phoneTail' }]);
  });

  it('asks where two could be meant, unless only one is inside', () => {
    const [asked] = match('王芳');
    expect(asked).toMatchObject({ kind: 'unsure' });
    expect(asked?.kind === 'unsure' && asked.candidates.map((it) => it.memberId)).toEqual([
      'fang',
      'fang2',
    ]);
    expect(match('王芳', [{ memberId: 'fang2' }])).toEqual([
      { kind: 'sure', memberIds: ['fang2'], by: 'name' },
    ]);
    // Two lines of one name, two people inside of this name.
    expect(match('王芳\n王芳', [{ memberId: 'fang' }, { memberId: 'fang2' }])).toEqual([
      { kind: 'sure', memberIds: ['fang', 'fang2'], by: 'name' },
    ]);
  });

  it('goes by WeChat id and phone of the columns, and asks where they contradict the record', () => {
    const text = '昵称\t微信号\t手机\t头像\n随便叫\tFang_Wang88\t\tx\n李雷\t\t137 0013 7000\ty';
    const [byId, byName] = match(text);
    expect(byId).toEqual({ kind: 'sure', memberIds: ['fang2'], by: 'wechatId' });
    expect(byName).toMatchObject({ kind: 'sure', memberIds: ['lei'], by: 'name' });
    expect(match('昵称\t手机\n韩梅\t13800131234')[0]).toMatchObject({ memberIds: ['fang'] });
    expect(match('昵称\t微信号\n杭州-小店-王芳\tother_one')[0]).toMatchObject({ kind: 'sure' });
    expect(match('昵称\t手机\n杭州-小店-王芳\t13700137000')[0]).toMatchObject({
      kind: 'unsure',
      candidates: [{ memberId: 'fang', reasons: ['name'] }],
    });
  });

  it('matches nobody twice and does not guess by half a name', () => {
    const [first, second] = match('李雷\n宁波-鲜果-李雷');
    expect(first).toMatchObject({ kind: 'sure', memberIds: ['lei'] });
    expect(second?.kind).toBe('unsure');
    expect(match('赵六')).toEqual([{ kind: 'unknown' }]);
    // A new nickname of somebody inside; outside it stays a question.
    expect(match('海鲜行-韩梅', [{ memberId: 'mei' }])[0]).toMatchObject({ kind: 'sure' });
    expect(match('海鲜行-韩梅')[0]).toMatchObject({ kind: 'unsure' });
  });
});

const world = (more: Partial<RosterWorld> = {}): RosterWorld => ({
  group: groupMade('g', { identity: 'store', capacity: 3, name: '门店1群' }),
  groups: [groupMade('g', { name: '门店1群' })],
  index,
  identityOf: (id) => candidate(id, id === 'mei' ? 'consumer' : 'store') as never,
  places: [
    { memberId: 'fang', nickname: '杭州-小店-王芳' },
    { memberId: 'lei', nickname: '宁波-鲜果-李雷' },
    { memberId: 'jing', nickname: '温州-阿婆-陈静静', leftAt: 5 },
  ],
  classes: [],
  rules: DEFAULT_PLACEMENT_RULES,
  template,
  regions,
  day: '2026-11-23',
  ...more,
});
const plan = (text: string, more: Partial<RosterWorld> = {}, decisions = new Map()) =>
  planRosterList(parseRosterText(text), world(more), decisions);

describe('what a list says', () => {
  it('tells who came, went, stayed, and who is nobody', () => {
    const said = plan('杭州-小店-王芳\n温州-阿婆-陈静静\n韩梅\n赵六');
    expect(said.stayed).toEqual([
      {
        memberId: 'fang',
        nickname: '杭州-小店-王芳',
        before: '杭州-小店-王芳',
        by: 'nicknameHere',
      },
    ]);
    expect(said.joined).toEqual([
      { memberId: 'jing', nickname: '温州-阿婆-陈静静', isBack: true, by: 'nicknameHere' },
      { memberId: 'mei', nickname: '韩梅', isBack: false, by: 'name' },
    ]);
    expect(said.left).toEqual(['lei']);
    expect(said.unknown).toEqual(['赵六']);
    expect(said.violators.map(({ memberId }) => memberId)).toEqual(['mei']);
    expect(said.sentences).toEqual([
      { code: 'overCapacity', count: 4, capacity: 3 },
      {
        code: 'misplaced',
        memberId: 'mei',
        misplacement: { reason: 'consumerBarred', rival: 'store', rivals: 2 },
      },
    ]);
    expect(said.isUnchanged).toBe(false);
  });

  it('names who is in forbidden company already, and takes the list as it is', () => {
    const places = [{ memberId: 'fang' }, { memberId: 'lei' }, { memberId: 'mei' }];
    const said = plan('王芳\n李雷\n韩梅', { places, lastDay: '2026-11-16' });
    expect(said.sentences).toEqual([
      {
        code: 'misplacedBefore',
        memberId: 'mei',
        misplacement: { reason: 'consumerBarred', rival: 'store', rivals: 2 },
      },
    ]);
    expect(said.stayed.map(({ memberId }) => memberId)).toEqual(['fang', 'lei', 'mei']);
    expect([said.left, said.undecided]).toEqual([[], []]);
  });

  it('counts a list of nobody on record, and lets those go who are not on it', () => {
    const said = plan('甲乙\n丙丁\n戊己\n丙丁');
    expect(said.unknown).toEqual(['甲乙', '丙丁', '戊己']);
    expect([said.joined, said.stayed, said.left]).toEqual([[], [], ['fang', 'lei']]);
    expect(said.total).toBe(4);
    expect(said.sentences).toEqual([
      { code: 'overCapacity', count: 4, capacity: 3 },
      { code: 'repeatedNames', names: ['丙丁'] },
    ]);
  });

  it('lets nobody leave who may be the one on the list, until it is decided', () => {
    const places = [{ memberId: 'fang' }, { memberId: 'fang2' }];
    const open = plan('王芳', { places });
    expect([open.left, open.undecided.length]).toEqual([[], 1]);
    const key = open.undecided[0]?.entry.key ?? '';
    const closed = plan('王芳', { places }, new Map([[key, { memberId: 'fang2' }]]));
    expect([closed.left, closed.stayed.map((it) => it.memberId)]).toEqual([['fang'], ['fang2']]);
    expect(plan('王芳', { places }, new Map([[key, 'unknown']])).unknown).toEqual(['王芳']);
  });

  it('makes members of strangers when it is said, and no two of one id', () => {
    const text = '群昵称\t微信号\t手机号\n赵六\tzhao_liu\t\n孙七\t\t13700137000\n赵六\tzhao_liu\t';
    const said = plan(text, { places: [] }, new Map([['赵六 zhao_liu', 'new']]));
    expect(said.fresh).toEqual([{ nickname: '赵六', wechatId: 'zhao_liu' }]);
    expect([said.unknown, said.total]).toEqual([['孙七'], 2]);
    expect(said.strangers.map(({ key }) => key)).toEqual(['赵六 zhao_liu', '孙七 13700137000']);
  });

  it('knows the same list again, an older one, a cut one and a foreign one', () => {
    const text = '杭州-小店-王芳\n宁波-鲜果-李雷\n赵六';
    const again = { lastDay: '2026-11-20', lastUnknown: ['赵六'] };
    expect(plan(text, again).isUnchanged).toBe(true);
    expect(plan(text, { ...again, lastUnknown: [] }).isUnchanged).toBe(false);
    expect(plan(text, { lastDay: '2026-11-24' }).sentences).toContainEqual({
      code: 'olderThanLast',
      lastDay: '2026-11-24',
    });
    expect(plan(`门店2群(9)\n${text}`).sentences).toContainEqual({
      code: 'cutOff',
      stated: 9,
      found: 3,
    });
    const twins = ['x', 'y'].map((id) => groupMade(id, { name: '门店2群' }));
    expect(plan(`门店2群(3)\n${text}`, { groups: twins }).sentences).toContainEqual({
      code: 'sameNameGroups',
      name: '门店2群',
      groupIds: ['x', 'y'],
    });
    expect(plan(`门店2群(3)\n${text}`, { groups: twins.slice(1) }).sentences).toContainEqual({
      code: 'otherGroup',
      name: '门店2群',
      groupIds: ['y'],
    });
  });
});
