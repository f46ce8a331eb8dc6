import { defineMessages } from '@/app/i18n/messages';

export const tagPickerMessages = defineMessages('tagPicker', {
  zh: {
    placeholder: '找标签，或输入新标签名',
    create: '新建「{{name}}」',
    nothing: '没有别的标签了，输入名字即可新建',
    byRule: '有规则',
    givenAgain: '{{done}}。它的规则还开着，符合条件的人会继续带着；不想要就停用规则',
  },
  en: {
    placeholder: 'Find a tag or name a new one',
    create: 'Create “{{name}}”',
    nothing: 'No other tags: type a name to create one',
    byRule: 'has a rule',
    givenAgain:
      '{{done}}. Its rule is on and goes on giving it to whoever fits; switch the rule off to stop that',
  },
});
