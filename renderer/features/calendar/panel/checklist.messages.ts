import { defineMessages } from '@/app/i18n/messages';

export const checklistMessages = defineMessages('calendar-checklist', {
  zh: {
    add: '添加一项，回车保存',
    entry: '清单项',
    up: '上移',
    down: '下移',
    remove: '去掉这一项',
    full: '清单最多 {{most}} 项',
    tooLong: '最多 {{most}} 字，现在 {{n}} 字',
  },
  en: {
    add: 'Add an entry, Enter saves',
    entry: 'Entry of the checklist',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove this entry',
    full: 'A checklist holds {{most}} entries at most',
    tooLong: 'At most {{most}} characters; this has {{n}}',
  },
});
