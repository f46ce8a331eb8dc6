import { defineMessages } from '@/app/i18n/messages';

export const waitingMessages = defineMessages('groupWaiting', {
  zh: {
    title: '等待名单',
    subtitle: '{{total}} 人在等位，现在放得下 {{room}} 人',
    emptyTitle: '没有人在等位',
    emptyText:
      '审核通过、但这一类的群都满了或还没有群的人会排在这里，先到先得。有位置时由你来放，不会自动放。',
    classTitle: '{{name}} · {{count}} 人',
    place: '放入社群（{{count}} 人）',
    openNext: '开下一个群：{{name}}',
    opened: '已开「{{name}}」',
    placed: '{{count}} 人已放入社群',
    placedSome: '{{count}} 人已放入社群，{{refused}} 人因为情况变了没有放入',
    since: '从 {{day}} 起等',
    'reason.full': '群都满了',
    'reason.noGroup': '还没有能进的群',
    'reason.paused': '暂停进人',
    remove: '移出名单',
    removed: '{{name}} 已移出等待名单',
    more: '再列一些，还有 {{count}} 人',
  },
  en: {
    title: 'Waiting list',
    subtitle: '{{total}} waiting, room for {{room}} now',
    emptyTitle: 'Nobody is waiting',
    emptyText:
      'People who are approved while every group of their class is full, or none exists, queue here in order of arrival. When there is room you place them; nothing happens by itself.',
    classTitle: '{{name}} · {{count}} people',
    place: 'Place {{count}} into groups',
    openNext: 'Open the next group: {{name}}',
    opened: 'Opened “{{name}}”',
    placed: '{{count}} placed',
    placedSome: '{{count}} placed; {{refused}} not, because things had changed',
    since: 'waiting since {{day}}',
    'reason.full': 'every group is full',
    'reason.noGroup': 'no group to enter yet',
    'reason.paused': 'paused',
    remove: 'Take off',
    removed: '{{name}} is off the waiting list',
    more: 'Show more, {{count}} left',
  },
});
