import { defineMessages } from '@/app/i18n/messages';

export const segmentsMessages = defineMessages('segments', {
  zh: {
    title: '人群',
    pick: '选人群',
    pickSegments: '人群（随时更新）',
    pickSnapshots: '快照（固定名单）',
    pickNothing: '没有符合的人群',
    people: '{{n}} 人',
  },
  en: {
    title: 'Segments',
    pick: 'Choose a segment',
    pickSegments: 'Segments (always current)',
    pickSnapshots: 'Snapshots (fixed lists)',
    pickNothing: 'No segment fits',
    people: '{{n}} people',
  },
});
