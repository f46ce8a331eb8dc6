import { defineMessages } from '@/app/i18n/messages';

/** What is written to people, ready to copy. */
export const scriptMessages = defineMessages('flowScripts', {
  zh: {
    scripts: '话术',
    copy: '复制',
    copied: '已复制',
    copyFailed: '没能复制，请手动选中文字',
    fill: '填变量',
    fillHint: '填一次，这一轮的话术都用上',
  },
  en: {
    scripts: 'Scripts',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy; select the text by hand',
    fill: 'Fill in variables',
    fillHint: 'Filled once, used in every script of this run',
  },
});
