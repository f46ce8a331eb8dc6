import { defineMessages } from '@/app/i18n/messages';

/** What Today says of the sending day. */
export const todaySendsMessages = defineMessages('today-sends', {
  zh: {
    sent: '已发 {{sent}}/{{total}}',
    late: '逾期 {{n}}',
    lateLine_one: '{{count}} 条内容过了时段还没发完：{{titles}}',
    lateLine_other: '{{count}} 条内容过了时段还没发完：{{titles}}',
    missedLine_one: '前几天漏发 {{count}} 条：{{titles}}',
    missedLine_other: '前几天漏发 {{count}} 条：{{titles}}',
    more: '等',
    listSeparator: '、',
    sendNow: '去补发',
    goSee: '去处理',
  },
  en: {
    sent: '{{sent}} of {{total}} sent',
    late: '{{n}} late',
    lateLine_one: '{{count}} item is past its slot and not sent everywhere: {{titles}}',
    lateLine_other: '{{count}} items are past their slot and not sent everywhere: {{titles}}',
    missedLine_one: '{{count}} item of the last days was missed: {{titles}}',
    missedLine_other: '{{count}} items of the last days were missed: {{titles}}',
    more: ' …',
    listSeparator: ', ',
    sendNow: 'Send now',
    goSee: 'See to it',
  },
});
