import { defineMessages } from '@/app/i18n/messages';

export const itemMessages = defineMessages('experimentItem', {
  zh: {
    line: '实验「{{name}}」· 版本 {{arm}}',
    drawn: '目标群由抽签决定，请不要改。',
    people: '只发给这个版本的名单，名单在实验里。',
    changed: '目标群和抽签结果不一样：这样比的就不是抽的签了，请改回来。',
  },
  en: {
    line: 'Experiment “{{name}}” · arm {{arm}}',
    drawn: 'The lot chose its groups; leave them as they are.',
    people: 'Goes only to this arm’s list, which the experiment holds.',
    changed:
      'Its groups differ from the lot: then it is not the lot that is compared. Change them back.',
  },
});
