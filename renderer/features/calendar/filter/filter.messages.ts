import { defineMessages } from '@/app/i18n/messages';

export const filterMessages = defineMessages('calendar-filter', {
  zh: {
    groups: '社群',
    categories: '栏目',
    forms: '形式',
    statuses: '状态',
    owners: '负责人',
    voices: '口吻',
    nobody: '未指定负责人',
    search: '搜索',
    nothing: '没有符合的',
    clear: '清除',
    clearAll: '清除筛选',
  },
  en: {
    groups: 'Group',
    categories: 'Column',
    forms: 'Form',
    statuses: 'Status',
    owners: 'Owner',
    voices: 'Voice',
    nobody: 'Nobody',
    search: 'Search',
    nothing: 'Nothing fits',
    clear: 'Clear',
    clearAll: 'Clear filters',
  },
});
