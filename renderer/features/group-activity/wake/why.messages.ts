import { defineMessages } from '@/app/i18n/messages';

/** What may have made a group quiet. */
export const whyQuietMessages = defineMessages('groupWhyQuiet', {
  zh: {
    title: '静下来的人和停下来的事',
    why: '怎么看的',
    whyText:
      '拿最近 14 个整天（{{recent}}）和之前的 56 天（{{before}}）比。静下来的人：之前有互动或下过单，最近 14 天一次也没有。停掉的栏目：之前至少到过这个群 2 次，最近 14 天一次没到。没答的问题：最近 14 天里还开着的。漏发：最近 14 个整天里过了时段的。这些是同时发生的事，不等于原因。',
    people: '{{total}} 人静下来了',
    peopleText:
      '之前 8 周活跃过 {{before}} 人：{{still}} 人还在活跃，{{total}} 人没了动静（其中 {{left}} 人已退群）；另有 {{fresh}} 人新活跃起来。',
    peopleNone: '没有人静下来',
    peopleNoneText: '之前 8 周活跃过的 {{before}} 人，最近 14 天都还在。',
    peopleUnknown: '看不出谁静了',
    peopleUnknownText: '之前 8 周没有一个人的互动或订单记录在这个群里。',
    person: '活跃 {{days}} 天，最后一次 {{day}}',
    personLeft: '活跃 {{days}} 天，最后一次 {{day}}，已退群',
    more: '再看 {{n}} 人',
    notShown: '另有 {{n}} 人没有列出',
    columns: '{{n}} 个栏目停了',
    column: '「{{name}}」（之前 {{pieces}} 次）',
    columnsNone: '没有栏目停掉',
    questions: '{{n}} 个问题没人答',
    question: '{{day}} {{asker}}：{{text}}',
    questionPlain: '{{day}}：{{text}}',
    someone: '有人',
    questionsNone: '最近 14 天没有没答的问题',
    slots: '{{planned}} 次该发的，漏发 {{notSent}} 次，晚发 {{late}} 次',
    slotsUnknown: '最近 14 天没有排期，不知道有没有漏发',
    slotsFine: '{{planned}} 次该发的都准时发了',
  },
  en: {
    title: 'Who went quiet and what stopped',
    why: 'How it is read',
    whyText:
      'The last 14 whole days ({{recent}}) beside the 56 days before ({{before}}). Went quiet: did or bought something before and nothing in the last 14 days. Stopped columns: reached this group at least twice before and not in the last 14 days. Hanging questions: still open from the last 14 days. Missed: of the last 14 whole days, as far as the slots are over. These things happened together; that does not make them the cause.',
    people: 'Went quiet: {{total}}',
    peopleText:
      'Active in the 8 weeks before: {{before}}. Still active: {{still}}; not any more: {{total}}, of whom {{left}} left the group. Newly active: {{fresh}}.',
    peopleNone: 'Nobody went quiet',
    peopleNoneText: 'Everybody who was active in the 8 weeks before ({{before}}) still is.',
    peopleUnknown: 'Who went quiet cannot be told',
    peopleUnknownText:
      'No act or order of anybody in this group is on record for the 8 weeks before.',
    person: 'days active: {{days}}, last on {{day}}',
    personLeft: 'days active: {{days}}, last on {{day}}, has left',
    more: 'Show {{n}} more',
    notShown: 'Not listed: {{n}} more',
    columns: 'Columns that stopped: {{n}}',
    column: '“{{name}}” (before: {{pieces}})',
    columnsNone: 'No column stopped',
    questions: 'Questions that hang: {{n}}',
    question: '{{day}} {{asker}}: {{text}}',
    questionPlain: '{{day}}: {{text}}',
    someone: 'somebody',
    questionsNone: 'No question hangs from the last 14 days',
    slots: '{{planned}} due: {{notSent}} not sent, {{late}} late',
    slotsUnknown: 'Nothing was planned in the last 14 days, so misses cannot be told',
    slotsFine: 'Everything that was due ({{planned}}) went out in time',
  },
});
