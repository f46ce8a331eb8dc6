import { defineMessages } from '@/app/i18n/messages';

/** Heads of the parts of the item panel. */
export const sectionMessages = defineMessages('calendar-sections', {
  zh: {
    text: '文案',
    people: '谁发，发给谁',
    assets: '素材',
    checklist: '准备清单',
    note: '备注与成本',
    repeat: '重复',
    send: '发送记录',
    results: '效果',
    experiment: '实验',
  },
  en: {
    text: 'Text',
    people: 'From whom, to whom',
    assets: 'Files',
    checklist: 'Checklist',
    note: 'Note and cost',
    repeat: 'Repeat',
    send: 'Sendings',
    results: 'Results',
    experiment: 'Experiment',
  },
});
