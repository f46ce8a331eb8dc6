import { defineMessages } from '@/app/i18n/messages';

export const cohortsMessages = defineMessages('cohorts', {
  zh: {
    state: '{{months}} 个月里来过 {{buyers}} 位新买家，看他们还回不回来',
    retention7: '7 日留存',
    repurchase30: '30 日复购',
    'about.retention7': '首单之后 7 天内又在另一天下过单的人',
    'about.repurchase30': '首单之后 30 天内又在另一天下过单的人',
    ofDue: '{{k}} / {{n}} 人',
    cameBack: '看回来的人',
    stayedAway: '看没回来的人',
    nobodyDue: '还没有人满 {{days}} 天',
    'case.retention7': '34% → 61%',
    'case.repurchase30': '38%',
    'why.retention7':
      '分子：首单之后 1 到 7 天内、在另一天又下过单的人。分母：首单距今已满 7 天的人，没满的不算。区间用 Wilson 方法。来源：本机订单，不含未付款和已取消。案例参考来自五阶触达流程，做之前 34%，做之后 61%。',
    'why.repurchase30':
      '分子：首单之后 1 到 30 天内、在另一天又下过单的人。分母：首单距今已满 30 天的人。区间用 Wilson 方法。来源：本机订单。案例参考来自同一流程。',
    byMonth: '按首单月份看留存与复购',
    byMonthLead:
      '竖线是 95% 区间；空心点在轴上的月份不足 30 人，不给百分比。点一个点，看那个月满期的人。',
    byMonthWhy: '每个月单独算：首单落在该月、且已满期的人为分母。最近的月份要等满期才有数。',
    pointLabel: '{{month}} {{what}}：{{share}}（{{k}} / {{n}} 人）{{interval}}',
    pointName: '{{month}} 首单',
    reference7: '案例参考 7 日 61%',
    reference30: '案例参考 30 日 38%',
    triangle: '月度同期群',
    triangleLead:
      '一行是一个月里首次下单的人，往右看他们在之后每个月还有多少人下单；每行最右一格是本月，还没过完。点一格，看是哪些人。',
    triangleWhy:
      '按首单所在月份分群；第 k 月指首单月份之后的第 k 个自然月，那个月里下过单就算活跃。第 0 月就是首单当月，恒为全部。不足 30 人的群只给人数。最后一个月还没过完。',
    triangleCorner: '首单月份 ↓\n之后第几个月 →',
    monthK: '第 {{k}} 月',
    size: '{{n}} 人',
    cellLabel: '{{month}} 首单的 {{size}} 人，第 {{k}} 月有 {{n}} 人下单，{{share}}',
    cellName: '{{month}} 首单，第 {{k}} 月还在买',
    columnMonth: '首单月份',
    columnSize: '人数',
    older: '只画最近 {{n}} 个月，更早的在表里',
  },
  en: {
    state: '{{buyers}} new buyers in {{months}} months, and whether they come back',
    retention7: '7-day retention',
    repurchase30: '30-day repurchase',
    'about.retention7':
      'People who ordered again on another day within 7 days of their first order',
    'about.repurchase30':
      'People who ordered again on another day within 30 days of their first order',
    ofDue: '{{k}} of {{n}} people',
    cameBack: 'Who came back',
    stayedAway: 'Who did not',
    nobodyDue: 'Nobody’s {{days}} days are over yet',
    'case.retention7': '34% → 61%',
    'case.repurchase30': '38%',
    'why.retention7':
      'Above the line: people who ordered again on another day, 1 to 7 days after the first order. Below: people whose 7 days are over. Wilson’s interval. Source: the orders on this laptop without unpaid and cancelled ones. The case had 34% before its five-step contact and 61% after.',
    'why.repurchase30':
      'Above the line: people who ordered again on another day, 1 to 30 days after the first order. Below: people whose 30 days are over. Wilson’s interval. Source: the orders on this laptop. The case is the same.',
    byMonth: 'By month of the first order',
    byMonthLead:
      'Upright lines are 95% intervals; a hollow mark on the axis has under 30 people and no percentage. A point opens those of that month whose days are over.',
    byMonthWhy:
      'Each month on its own: people whose first order lies in it and whose days are over. The latest months have figures only once their days are over.',
    pointLabel: '{{month}} {{what}}: {{share}} ({{k}} of {{n}} people) {{interval}}',
    pointName: 'First order in {{month}}',
    reference7: 'Case reference, 7 days: 61%',
    reference30: 'Case reference, 30 days: 38%',
    triangle: 'Monthly cohorts',
    triangleLead:
      'A row is everybody who first ordered in a month; to the right, how many of them ordered in each month after; the last of every row is this month, not over yet. A cell opens those people.',
    triangleWhy:
      'Grouped by the month of the first order; month k is the k-th calendar month after it, and one order in it is enough. Month 0 is the month itself, always everybody. Cohorts under 30 people show counts only. The last month is not over yet.',
    triangleCorner: 'First order ↓\nMonths after →',
    monthK: 'M{{k}}',
    size: '{{n}} people',
    cellLabel:
      'Of {{size}} people who first ordered in {{month}}, {{n}} ordered in month {{k}}, {{share}}',
    cellName: 'First order in {{month}}, still buying in month {{k}}',
    columnMonth: 'First order',
    columnSize: 'People',
    older: 'The last {{n}} months are drawn, earlier ones are in the table',
  },
});
