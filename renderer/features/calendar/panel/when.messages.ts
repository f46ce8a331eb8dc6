import { defineMessages } from '@/app/i18n/messages';

export const whenMessages = defineMessages('calendar-when', {
  zh: {
    /** As the date picker writes a day. */
    dateFormat: 'M月D日 ddd',
    date: '日期',
    slot: '时段',
    time: '几点',
    timeWrong: '写成 20:30',
    outside: '{{time}} 不在{{slot}}（{{hours}}）之内',
    toSlot: '移到{{slot}} {{hours}}',
    keep: '就定这个时间',
  },
  en: {
    dateFormat: 'D MMM YYYY',
    date: 'Date',
    slot: 'Slot',
    time: 'Time',
    timeWrong: 'Write 20:30',
    outside: '{{time}} lies outside {{slot}} ({{hours}})',
    toSlot: 'Move to {{slot}} {{hours}}',
    keep: 'Keep this time',
  },
});
