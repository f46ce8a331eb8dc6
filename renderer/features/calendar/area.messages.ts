import { defineMessages } from '@/app/i18n/messages';

export const areaMessages = defineMessages('calendarArea', {
  zh: {
    label: '内容日历的各页',
    plan: '排期',
    send: '今日发送',
    columns: '栏目与模板',
    assets: '素材库',
    check: '文案检查',
    results: '效果',
    experiments: '实验',
  },
  en: {
    label: 'Pages of the content calendar',
    plan: 'Plan',
    send: 'Sending',
    columns: 'Columns',
    assets: 'Assets',
    check: 'Text check',
    results: 'Results',
    experiments: 'Experiments',
  },
});
