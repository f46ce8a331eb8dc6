import { defineMessages } from '@/app/i18n/messages';

/** Figures by day, and what they come to. */
export const countsMessages = defineMessages('flowCounts', {
  zh: {
    day: '哪一天',
    dayBefore: '前一天',
    dayAfter: '后一天',
    noFigures: '还没有记过数。每天记一次，合计会自动填成这一步的数。',
    sum_one: '{{days}} 天合计 {{n}} 人',
    sum_other: '{{days}} 天合计 {{n}} 人',
    sumImported: '其中 {{n}} 来自导入',
    why: '为什么',
    whySum:
      '把每天、每个位置记下的数相加。同一个人在不同位置、不同天看到会重复计，真正的人数只会更少。同一天同一位置既有手填又有导入时，只算导入的。',
    apart: '这一步现在记的是 {{n}}',
    useSum: '改用合计 {{n}}',
    wholeDay: '全天',
    'clash.twoSources': '{{day}}「{{place}}」手填 {{unused}}，导入 {{used}}：按导入的算',
    'clash.wholeAndParts': '{{day}} 各位置相加 {{used}}，另有全天的 {{unused}}：按各位置算',
    moreClashes_one: '还有 {{count}} 处来源重复',
    moreClashes_other: '还有 {{count}} 处来源重复',
    refused_notANumber: '只填数字',
    refused_negative: '不会是负的',
    refused_fraction: '要填整数',
    refused_tooLarge: '数太大了',
  },
  en: {
    day: 'Day',
    dayBefore: 'Day before',
    dayAfter: 'Day after',
    noFigures: 'No figures yet. Note them once a day; their sum becomes the number of this step.',
    sum_one: '{{n}} people on {{days}} day',
    sum_other: '{{n}} people over {{days}} days',
    sumImported: '{{n}} of them imported',
    why: 'Why',
    whySum:
      'The figures of all days and places added up. Somebody who saw it at two places or on two days counts twice, so there are fewer real people. Where a place has a typed and an imported figure for one day, only the imported one counts.',
    apart: 'This step reads {{n}} now',
    useSum: 'Use the sum, {{n}}',
    wholeDay: 'Whole day',
    'clash.twoSources':
      '{{day}}, “{{place}}”: {{unused}} typed, {{used}} imported; the imported figure counts',
    'clash.wholeAndParts':
      '{{day}}: {{used}} over the places beside {{unused}} for the whole day; the places count',
    moreClashes_one: '{{count}} more doubled figure',
    moreClashes_other: '{{count}} more doubled figures',
    refused_notANumber: 'Digits only',
    refused_negative: 'Cannot be negative',
    refused_fraction: 'Whole numbers only',
    refused_tooLarge: 'Too large',
  },
});
