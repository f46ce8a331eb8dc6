import { defineMessages } from '@/app/i18n/messages';

/** From draft to ready, in the panel and for many items at once. */
export const approvalMessages = defineMessages('calendar-approval', {
  zh: {
    status: '状态',
    'to.review': '送审',
    'to.ready': '通过',
    'to.draft': '退回',
    'to.sent': '标为已发',
    leave: '取消',
    why: '退回理由',
    whyTooLong: '理由最多 500 字，现在 {{n}} 字',
    sentBack: '退回理由：{{why}}',
    approvedAt: '{{time}} 通过',
    approvedBy: '{{who}} {{time}} 通过',
    sentAt: '{{time}} 标记为已发',
    sendsKept: '已发出的社群，发送记录保留；标错的请在下面的发送记录里逐群取消。',
    carriedFrom: '由 {{day}} {{slot}} 顺延而来',
    sentByHand:
      '手工标为已发只记下现在的时间，不分社群。要按群登记准点率，请到「今日发送」里逐群标记。',
  },
  en: {
    status: 'Status',
    'to.review': 'Send for review',
    'to.ready': 'Approve',
    'to.draft': 'Send back',
    'to.sent': 'Mark as sent',
    leave: 'Cancel',
    why: 'Why it goes back',
    whyTooLong: 'At most 500 characters; this has {{n}}',
    sentBack: 'Sent back: {{why}}',
    approvedAt: 'Approved {{time}}',
    approvedBy: 'Approved by {{who}}, {{time}}',
    sentAt: 'Marked as sent {{time}}',
    sendsKept:
      'What went out to groups stays on record; take a wrong mark back group by group in the send log below.',
    carriedFrom: 'Carried over from {{day}}, {{slot}}',
    sentByHand:
      'Marking by hand notes the present time only, not the groups. To count punctuality by group, mark each group on the sending page.',
  },
});
