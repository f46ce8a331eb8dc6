import { defineMessages } from '@/app/i18n/messages';

export const timelineMessages = defineMessages('memberTimeline', {
  zh: {
    title: '往来记录',
    empty: '还没有往来：下单、互动、打标签、进群都会记在这里。',
    order: '下单 {{amount}}',
    refund: '退款 {{amount}}',
    tag: '打上标签「{{name}}」',
    join: '进群「{{name}}」',
    leave: '退群「{{name}}」',
    known: '成为客户',
    someGroup: '已删除的社群',
    count: '{{n}} 条',
    cut: '只列出最近 {{n}} 笔订单，更早的在订单页按买家查看。',
  },
  en: {
    title: 'History',
    empty: 'Nothing yet: orders, interactions, tags and groups will be listed here.',
    order: 'Ordered for {{amount}}',
    refund: 'refunded {{amount}}',
    tag: 'Tagged “{{name}}”',
    join: 'Joined “{{name}}”',
    leave: 'Left “{{name}}”',
    known: 'Became a customer',
    someGroup: 'a deleted group',
    count: '{{n}}',
    cut: 'Only the latest {{n}} orders are listed; find earlier ones on the orders page.',
  },
});
