import { defineMessages } from '@/app/i18n/messages';

/** Step 3: the page between the place and WeChat. */
export const guidePageMessages = defineMessages('flowGuidePage', {
  zh: {
    title: '引导页',
    url: '页面链接',
    urlHint: '贴上链接，方便随时打开看',
    asset: '截图',
    assetHint: '截图的文件名，或放在哪里',
    visits: '{{day}}打开页面的人',
    byPlace: '按位置分开记',
    imported: '导入 {{n}}',
  },
  en: {
    title: 'The guide page',
    url: 'Link',
    urlHint: 'The link, to open it at any time',
    asset: 'Picture',
    assetHint: 'File name of the screenshot, or where it lies',
    visits: 'Opened the page on {{day}}',
    byPlace: 'Note by place',
    imported: '{{n}} imported',
  },
});
