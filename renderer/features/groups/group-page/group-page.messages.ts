import { defineMessages } from '@/app/i18n/messages';

export const groupPageMessages = defineMessages('groupPage', {
  zh: {
    label: '这个群的各页',
    overview: '概况',
    people: '群成员',
    lists: '名单',
    activity: '活跃',
    trust: '信赖',
    worth: '投入产出',
    rules: '群规台账',
    transfer: '转移与解散',
    inside: '群里 {{count}} 人，上限 {{capacity}} 人',
    gone: '找不到这个群',
    goneText: '它可能刚被撤销。请回到社群列表再看。',
  },
  en: {
    label: 'Pages of this group',
    overview: 'Overview',
    people: 'People',
    lists: 'Lists',
    activity: 'Activity',
    trust: 'Trust',
    worth: 'Worth',
    rules: 'Rules',
    transfer: 'Move and dissolve',
    inside: '{{count}} inside, room for {{capacity}} in all',
    gone: 'This group is not there',
    goneText: 'It may just have been undone. Look at the list of groups again.',
  },
});
