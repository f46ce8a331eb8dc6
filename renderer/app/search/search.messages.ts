import { defineMessages } from '../i18n/messages';

export const searchMessages = defineMessages('search', {
  zh: {
    placeholder: '姓名、拼音首字母、手机尾号，或页面名',
    nothing: '没有找到「{{text}}」。试试拼音首字母，如 zs 找张三，或手机号后四位。',
    member: '成员',
    area: '页面',
  },
  en: {
    placeholder: 'Name, pinyin initials, last four digits, or a page',
    nothing: 'Nothing fits “{{text}}”. Try pinyin initials (zs for 张三) or the last four digits.',
    member: 'Members',
    area: 'Pages',
  },
});
