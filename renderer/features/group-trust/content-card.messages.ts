import { defineMessages } from '@/app/i18n/messages';

/** What went out to a group, by column and speaker. */
export const contentCardMessages = defineMessages('groupTrustContent', {
  zh: {
    title: '内容：哪个栏目、谁来讲更受欢迎',
    by: '按什么分',
    'by.column': '栏目',
    'by.speaker': '主讲',
    lead: '近 {{weeks}} 周发到这个群的 {{pieces}} 条，{{reported}} 条填了效果',
    why: '打开率 = 打开人次 ÷ 触达人次，参与率 = 参与人次 ÷ 触达人次，只算填了效果的条目；人次不到 30 只写次数。同一批人会看到很多条，所以这里只列数，不判断差别是不是偶然；要检验，看内容日历的效果页。',
    name: '名称',
    pieces: '发出',
    reported: '有效果',
    reach: '触达',
    opens: '打开',
    participants: '参与',
    none: '没写',
    noReport: '无数据',
    empty: '这段时间没有内容发到这个群。',
    noReports: '还没有一条填了效果；在内容日历的效果页填触达、打开和参与。',
    shared: '有 {{n}} 条的效果是几个群合填的，算不到单个群，这里用的是合计。',
    memberFew: '群友自己讲的还没有效果数据，说不出好坏。',
    memberSmall: '群友自己讲的触达只有 {{n}} 人次（不到 30），说不出好坏。',
    memberAhead: '群友自己讲的参与最多：{{own}}，其余合计 {{rest}}。是不是偶然，看效果页的检验。',
    memberBehind:
      '群友自己讲的参与 {{own}}，不是最高（最高是「{{best}}」{{top}}）。是不是偶然，看效果页的检验。',
    memberOnly: '有效果的都是群友自己讲的（参与 {{own}}），没有可比的。',
    toResults: '看检验',
  },
  en: {
    title: 'Content: which columns and speakers are liked',
    by: 'Split by',
    'by.column': 'Columns',
    'by.speaker': 'Speakers',
    lead: 'Pieces sent to this group in {{weeks}} weeks: {{pieces}}, with results: {{reported}}',
    why: 'Open rate = opens ÷ reach, participation = participants ÷ reach, over pieces with results; below a reach of 30 only counts. The same people see many pieces, so figures are only listed here; whether a difference is chance is tested on the results page of the calendar.',
    name: 'Name',
    pieces: 'Sent',
    reported: 'With results',
    reach: 'Reach',
    opens: 'Opens',
    participants: 'Participants',
    none: 'Not said',
    noReport: 'No data',
    empty: 'Nothing went to this group in this time.',
    noReports: 'No piece has results yet; note reach, opens and participants on the results page.',
    shared:
      'Pieces with one result for several groups together: {{n}}; it cannot be split, so the sum is used.',
    memberFew: 'Members’ own sharing has no results yet, so nothing can be said of it.',
    memberSmall:
      'Members’ own sharing reached only {{n}} (fewer than 30), so nothing can be said of it.',
    memberAhead:
      'Members’ own sharing draws most participants: {{own}}, all others {{rest}}. Whether by chance: see the test on the results page.',
    memberBehind:
      'Members’ own sharing draws {{own}}, which is not the most (“{{best}}” draws {{top}}). Whether by chance: see the test on the results page.',
    memberOnly:
      'All results are of members’ own sharing ({{own}}), so there is nothing to compare.',
    toResults: 'See the test',
  },
});
