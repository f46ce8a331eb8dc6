import { defineMessages } from '@/app/i18n/messages';

export const tagPickerMessages = defineMessages('tagPicker', {
  zh: {
    placeholder: '找标签，或输入新标签名',
    create: '新建「{{name}}」',
    nothing: '还没有标签，输入名字即可新建',
  },
  en: {
    placeholder: 'Find a tag or name a new one',
    create: 'Create “{{name}}”',
    nothing: 'No tags yet: type a name to create one',
  },
});
