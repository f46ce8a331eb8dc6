/** The part of `errorText` that speaks of the life of groups. */
export const groupErrorText: Readonly<Record<string, { zh: string; en: string }>> = {
  'group-not-found': {
    zh: '找不到这个社群或这位成员，可能刚被撤销。请刷新列表再试。',
    en: 'This group or person is no longer there; it may have been undone. Open the list again.',
  },
  'class-not-found': {
    zh: '找不到这个分类，它可能已被停用或撤销。请在“社群 → 分类”里看看。',
    en: 'This class is no longer there; it may have been put away or undone. Look under Groups → Classes.',
  },
  'class-last': {
    zh: '这是最后一个分类，停用后谁都没有群可进。先建一个别的分类。',
    en: 'This is the last class; without it nobody would have a group. Create another one first.',
  },
  'group-class-conflict': {
    zh: '群里有 {{count}} 位成员不符合新的分类，「{{name}}」没有修改。请先把他们移出。',
    en: '{{count}} people inside do not fit the new class, so “{{name}}” was not changed. Move them out first.',
  },
  'group-life-settings-askew': {
    zh: '两个界线互相矛盾（低的那一个高过了高的那一个），没有保存。请改好再存。',
    en: 'Two limits contradict each other (the lower one lies above the higher), so nothing was saved. Put them right and save again.',
  },
  'transfer-plan-not-found': {
    zh: '找不到这份转移计划，可能刚被撤销。请回到社群页再看。',
    en: 'This transfer plan is no longer there; it may have been undone. Go back to the group.',
  },
  'transfer-plan-over': {
    zh: '这份转移计划已经结束，没有改动。要继续，请先恢复社群或另做一份计划。',
    en: 'This transfer plan is over, so nothing was changed. Open the group again or make another plan first.',
  },
  'transfer-plan-exists': {
    zh: '「{{name}}」已有一份进行中的转移计划，没有再建。请继续那一份，或先放弃它。',
    en: '“{{name}}” has a transfer plan under way, so no other was made. Go on with it, or drop it first.',
  },
  'group-dissolved': {
    zh: '这个社群已经解散，没有改动。需要的话可以先恢复它。',
    en: 'This group is dissolved, so nothing was changed. Open it again first if you need it.',
  },
  'group-phase-same': {
    zh: '「{{name}}」已经在这个阶段，没有改动。',
    en: '“{{name}}” is in this phase already, so nothing was changed.',
  },
  'group-full-ahead': {
    zh: '满员的日子不能在今天之后，没有保存。请改成今天或更早的一天。',
    en: 'A group cannot have been full on a day to come, so nothing was saved. Choose today or a day before.',
  },
  'group-not-dissolved': {
    zh: '这个社群没有解散，不用恢复。',
    en: 'This group is not dissolved; there is nothing to bring back.',
  },
  'dissolve-blocked': {
    zh: '「{{name}}」还有 {{count}} 项没处理完，没有解散。请处理好，或在清单上逐项确认。',
    en: '{{count}} things stand in the way of dissolving “{{name}}”, so it was not done. See to them, or tick them in the checklist.',
  },
  'roster-older': {
    zh: '这个群已有 {{day}} 的名单，更早的名单不会再改动在群情况。请换成更新的名单。',
    en: 'This group has a list of {{day}} already; an older one would not change who is inside. Use a newer list.',
  },
  'roster-not-found': {
    zh: '找不到这份名单，或名单上没有这个名字，可能刚被撤销。请刷新再看。',
    en: 'This list, or the name on it, is no longer there; it may have been undone. Look again.',
  },
  'rule-not-found': {
    zh: '找不到这条群规或这条记录，可能刚被撤销。请刷新再看。',
    en: 'This rule or entry is no longer there; it may have been undone. Look again.',
  },
  'rule-entry-decided': {
    zh: '这条申诉已有结论，没有改动。',
    en: 'This appeal has been decided already, so nothing was changed.',
  },
  'reward-not-open': {
    zh: '这条记录不是待发的奖励（可能已发放或已撤回），没有改动。',
    en: 'This entry is no reward that is still to be given; nothing was changed.',
  },
  'group-reading-askew': {
    zh: '问了 {{n}} 人，其中 {{k}} 人：人数对不上，没有保存。请检查两个数。',
    en: '{{k}} of {{n}} people cannot be, so nothing was saved. Check the two numbers.',
  },
  'group-reading-gone': {
    zh: '找不到这次读数，可能刚被撤销。请刷新再看。',
    en: 'This reading is no longer there; it may have been undone. Look again.',
  },
  'group-day-future': {
    zh: '{{day}} 还没到，没有保存。请填今天或更早的日期。',
    en: '{{day}} is still to come, so nothing was saved. Use today or an earlier day.',
  },
  'group-day-speakers': {
    zh: '{{day}} 的发言人数多过消息数，没有保存：发言的人至少发过一条。请核对这两个数。',
    en: 'More speakers than messages on {{day}}, so nothing was saved: whoever speaks says at least one thing. Check the two numbers.',
  },
  'input-without-hours': {
    zh: '没有填工时，没有保存。请填大于 0 的小时数。',
    en: 'No hours are given, so nothing was saved. Type a number above 0.',
  },
  'input-without-amount': {
    zh: '没有填金额，没有保存。礼品、工具和其他投入要有金额（可以是 0）。',
    en: 'No amount is given, so nothing was saved. Gifts, tools and the rest need one (0 will do).',
  },
  'input-not-found': {
    zh: '找不到这笔投入，可能刚被撤销。请刷新再看。',
    en: 'This entry is no longer there; it may have been undone. Look again.',
  },
  'input-none-last-week': {
    zh: '上周没有可照抄的投入，或到今天为止的都已记过，没有新增。',
    en: 'Last week holds nothing to note again, or everything up to today is noted already; nothing was added.',
  },
};
