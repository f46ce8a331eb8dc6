type Words = { zh: string; en: string };

/** Words of the errors that experiments can meet; part of `errorText`. */
export const experimentErrorText: Readonly<Record<string, Words>> = {
  'experiment-not-found': {
    zh: '找不到这个实验，它可能刚被删除或撤销。',
    en: 'This experiment is no longer there; it may have been deleted or undone.',
  },
  'experiment-started': {
    zh: '实验已经抽过签，方案不能再改，原来的安排都还在。要换做法，请复制一个新实验。',
    en: 'The lot is drawn, so the plan cannot change any more; nothing was touched. Duplicate the experiment to try another plan.',
  },
  'experiment-decided': {
    zh: '实验已经有结论，读数和安排都不能再改。',
    en: 'The experiment is decided; its readings and its plan can no longer change.',
  },
  'experiment-stays-decided': {
    zh: '只有「无效」的实验能重新打开：其他结论已经看过差别，再改读数就不算数了。',
    en: 'Only an invalid experiment can be opened again: once differences were seen, changed readings would not count.',
  },
  'experiment-too-early': {
    zh: '还没到开始时定好的结束时间，现在不给结论。',
    en: 'The end that was fixed at the start has not come; there is no verdict yet.',
  },
  'experiment-rounds-left': {
    zh: '还有三个以上版本没筛完，先开始下一轮，剩两个时再判定。',
    en: 'More than two arms are left. Start the next round; the last two are judged.',
  },
  'experiment-last-round': {
    zh: '只剩两个版本了，没有下一轮。请直接判定。',
    en: 'Only two arms are left, so there is no next round. Decide the experiment.',
  },
  'experiment-arm-empty': {
    zh: '有版本还没有内容，没有抽签。把每个版本填好再开始。',
    en: 'An arm has nothing to show yet, so no lot was drawn. Fill in every arm first.',
  },
  'experiment-no-day': {
    zh: '还没选发送的日期和时段，没有抽签。',
    en: 'No day and slot is chosen for sending, so no lot was drawn.',
  },
  'experiment-slot-over': {
    zh: '选定的日期和时段已经过去，没有抽签。换一个还没到的时段。',
    en: 'The chosen day and slot are over, so no lot was drawn. Choose a slot still to come.',
  },
  'experiment-no-groups': {
    zh: '还没有选群，没有抽签。',
    en: 'No groups are chosen, so no lot was drawn.',
  },
  'experiment-one-group': {
    zh: '只有一个群，没法一半发 A、一半发 B：群里的人会互相看见。再选几个群，或改为按人抽签（一对一发送）。',
    en: 'One group cannot be split: its people see each other’s version. Choose more groups, or draw people one by one and send in private.',
  },
  'experiment-few-groups': {
    zh: '{{groups}} 个群不够 {{arms}} 个版本分，每个版本至少要一个群，没有抽签。',
    en: '{{groups}} groups cannot be shared among {{arms}} arms; no lot was drawn.',
  },
  'experiment-few-people': {
    zh: '这些群里只找到 {{n}} 位登记在册的成员，不够每个版本分一位，没有抽签。',
    en: 'Only {{n}} members are registered in these groups, fewer than there are arms; no lot was drawn.',
  },
  'experiment-group-gone': {
    zh: '选中的群里有 {{n}} 个已经解散或删除，没有抽签。请重新选群。',
    en: '{{n}} of the chosen groups were dissolved or removed, so no lot was drawn. Choose again.',
  },
  'experiment-unit-gone': {
    zh: '这一行不属于这个实验了，没有写入。刷新后再试。',
    en: 'This line no longer belongs to the experiment; nothing was written. Look again and retry.',
  },
};
