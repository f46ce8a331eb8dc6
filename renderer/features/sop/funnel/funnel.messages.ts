import { defineMessages } from '@/app/i18n/messages';

export const funnelMessages = defineMessages('sopFunnel', {
  zh: {
    title: '漏斗',
    caption: '每步从上一步转化，细线是 95% 区间',
    chartLabel: '各步转化率柱状图，带 95% 区间；数值见下方列表',
    from: '起点',
    rate: '{{rate}}，区间 {{low}}–{{high}}',
    small: '上一步 {{n}} 人，样本少',
    waiting: '待读数',
    skipped: '已跳过，不计入',
    moreThanBefore: '比前一步多 {{extra}} 人，请核对',
    nobodyBefore: '前一步 0 人，没有转化率',
    notACount: '这不是一个人数',
    target: '虚线：目标',
    n: 'n={{n}}',
    overall: '从起点到这一步 {{rate}}',
    bottleneckTitle: '最该先改',
    bottleneck:
      '第 {{position}} 步「{{title}}」。从 {{rate}} 提到目标 {{target}}，约多进群 {{gain}} 人。',
    bottleneckSmall:
      '第 {{position}} 步「{{title}}」离目标最远，做到目标约多进群 {{gain}} 人。样本还少，先当线索看。',
    assumed: '还没读数的步骤按目标估算。',
    none_tooFewSteps: '读到第二个数，就能看出哪一步最该先改。',
    none_noReference: '还没有目标转化，填上目标才能比出哪一步最该先改。',
    none_allReached: '读到的每一步都达到了目标。',
    none_nobody: '前面没有人，还比不出哪一步最该先改。',
    why: '为什么',
    whyText:
      '把每一步单独提到它的目标，其余转化不变，看最后多进群多少人；多得最多的就是这一步。所以转化最低的一步不一定最该先改。',
    whyInterval: '区间用 Wilson 法：人越少，线越长。上一步不足 30 人时不写百分比。',
  },
  en: {
    title: 'Funnel',
    caption: 'Rate from the step before; thin lines are 95% intervals',
    chartLabel:
      'Bar chart of each step’s rate with 95% intervals; the figures are in the list below',
    from: 'Start',
    rate: '{{rate}}, {{low}}–{{high}}',
    small: 'Only {{n}} before it: small sample',
    waiting: 'No reading yet',
    skipped: 'Skipped, not counted',
    moreThanBefore: '{{extra}} more than before it, please check',
    nobodyBefore: 'Nobody before it, so no rate',
    notACount: 'Not a number of people',
    target: 'Dashed: target',
    n: 'n={{n}}',
    overall: '{{rate}} from the start to this step',
    bottleneckTitle: 'Improve first',
    bottleneck:
      'Step {{position}}, “{{title}}”. From {{rate}} to its target of {{target}}: about {{gain}} more people in the group.',
    bottleneckSmall:
      'Step {{position}}, “{{title}}”, is furthest from its target: about {{gain}} more people in the group. Few people so far, so take it as a hint.',
    assumed: 'Steps without a reading are taken at their targets.',
    none_tooFewSteps: 'With the second reading you will see which step to improve first.',
    none_noReference: 'No target rates yet; set them to see which step to improve first.',
    none_allReached: 'Every step read so far has reached its target.',
    none_nobody: 'Nobody in the steps before, so nothing can be compared yet.',
    why: 'Why',
    whyText:
      'Each step in turn is raised to its target while the other rates stay; the step that brings the most people into the group is named. The lowest rate is not always the one to improve.',
    whyInterval:
      'Intervals follow Wilson: the fewer people, the longer the line. With under 30 people before a step no percentage is written.',
  },
});
