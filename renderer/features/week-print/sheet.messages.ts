import { defineMessages } from '@/app/i18n/messages';

export const sheetMessages = defineMessages('calendar-sheet', {
  zh: {
    subtitle: '每周活动日历',
    off: '休',
    makeUp: '班',
    notAnnounced: '本年放假安排尚未公布',
    continued: '续',
    note: '备注',
    internalMark: '内部版 请勿外传',
    page: '第 {{n}} 页 / 共 {{total}} 页',
    fileName: '{{title}} 周活动日历 {{monday}}',
    fileNameInternal: '{{title}} 周活动日历（内部版） {{monday}}',
  },
  en: {
    subtitle: 'Weekly activity calendar',
    off: 'Holiday',
    makeUp: 'Workday',
    notAnnounced: 'Public holidays of this year are not announced yet',
    continued: 'continued',
    note: 'Note',
    internalMark: 'Internal edition, do not pass on',
    page: 'Page {{n}} / {{total}}',
    fileName: '{{title}} weekly calendar {{monday}}',
    fileNameInternal: '{{title}} weekly calendar (internal) {{monday}}',
  },
});
