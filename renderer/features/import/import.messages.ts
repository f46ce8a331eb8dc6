import { defineMessages } from '@/app/i18n/messages';

/** The page and what its steps share. */
export const importMessages = defineMessages('import', {
  zh: {
    title: '导入导出',
    subtitle: '先看清楚会新增什么、改动什么，确认后再写入；写错了可以整批撤销。',
    reading: '正在读取「{{file}}」',
    comparing: '正在和已有数据比对',
    planning: '正在逐条比对',
    writing: '正在写入',
    progress: '{{done}} / {{total}}',
    cancel: '取消',
    close: '关闭',
    listSeparator: '、',
    empty: '（空）',
  },
  en: {
    title: 'Import and export',
    subtitle:
      'See what would be added and changed before anything is written; every import can be undone.',
    reading: 'Reading “{{file}}”',
    comparing: 'Comparing with what is stored',
    planning: 'Comparing record by record',
    writing: 'Writing',
    progress: '{{done}} / {{total}}',
    cancel: 'Cancel',
    close: 'Close',
    listSeparator: ', ',
    empty: '(empty)',
  },
});
