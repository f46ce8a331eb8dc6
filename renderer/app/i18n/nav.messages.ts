import { defineMessages } from './messages';

/** Names of the areas; index.html repeats them for the shell that is painted before any script. */
export const navMessages = defineMessages('nav', {
  zh: {
    brand: '群舵',
    today: '今日',
    sop: '导流 SOP',
    calendar: '内容日历',
    members: '成员',
    orders: '订单',
    tags: '标签',
    groups: '社群',
    import: '导入导出',
    settings: '设置',
  },
  en: {
    brand: 'Qunduo',
    today: 'Today',
    sop: 'Traffic SOP',
    calendar: 'Calendar',
    members: 'Members',
    orders: 'Orders',
    tags: 'Tags',
    groups: 'Groups',
    import: 'Import & export',
    settings: 'Settings',
  },
});
