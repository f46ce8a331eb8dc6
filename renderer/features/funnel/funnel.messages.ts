import { defineMessages } from '@/app/i18n/messages';

export const funnelMessages = defineMessages('funnel', {
  zh: {
    title: '漏斗',
    details: '漏斗详情',
    caption: '从上一步转化，细线 95% 区间，虚线目标',
    chartLabel: '各步转化率柱状图，带 95% 区间；数值见下方列表',
    from: '起点',
    interval: '{{low}}–{{high}}',
    small: '样本少',
    smallWhy: '上一步只有 {{n}} 人，先不看百分比',
    waiting: '还没填',
    skipped: '已跳过',
    moreThanBefore: '比前一步多 {{extra}} 人，请核对',
    nobodyBefore: '前一步 0 人，没有转化率',
    notACount: '这不是一个人数',
    n: 'n={{n}}',
    overall: '从起点到这一步 {{rate}}',
    bottleneckTitle: '最该先改',
    bottleneck:
      '第 {{position}} 步「{{title}}」。从 {{rate}} 提到目标 {{target}}，约多进群 {{gain}} 人。',
    bottleneckSmall:
      '第 {{position}} 步「{{title}}」离目标最远，做到目标约多进群 {{gain}} 人。样本还少，先当线索看。',
    assumed: '还没填数的步骤按目标估算。',
    none_tooFewSteps: '填上第二步的数，就能看出哪一步最该先改。',
    none_noReference: '还没有目标转化，填上目标才能比出哪一步最该先改。',
    none_allReached: '填了数的每一步都达到了目标。想再提高，可以把目标调高。',
    none_check: '第 {{position}} 步比前一步人多，先核对这两个数，再看哪一步最该先改。',
    none_nobody: '前面没有人，还比不出哪一步最该先改。',
    why: '为什么',
    whyText:
      '把每一步单独提到它的目标，其余转化不变，看最后多进群多少人；多得最多的就是这一步。所以转化最低的一步不一定最该先改。',
    whyInterval: '区间用 Wilson 法：人越少，线越长。上一步不足 30 人时不写百分比。',
  },
  en: {
    title: 'Funnel',
    details: 'Funnel in full',
    caption: 'From the step before; line 95% interval, dashes target',
    chartLabel:
      'Bar chart of each step’s rate with 95% intervals; the figures are in the list below',
    from: 'Start',
    interval: '{{low}}–{{high}}',
    small: 'Few people',
    smallWhy: 'Only {{n}} in the step before: too few for a percentage',
    waiting: 'Not filled in',
    skipped: 'Skipped',
    moreThanBefore: '{{extra}} more than before it, please check',
    nobodyBefore: 'Nobody before it, so no rate',
    notACount: 'Not a number of people',
    n: 'n={{n}}',
    overall: '{{rate}} from the start to this step',
    bottleneckTitle: 'Improve first',
    bottleneck:
      'Step {{position}}, “{{title}}”. From {{rate}} to its target of {{target}}: about {{gain}} more people in the group.',
    bottleneckSmall:
      'Step {{position}}, “{{title}}”, is furthest from its target: about {{gain}} more people in the group. Few people so far, so take it as a hint.',
    assumed: 'Steps without a number are taken at their targets.',
    none_tooFewSteps: 'With the second step’s number you will see which step to improve first.',
    none_noReference: 'No target rates yet; set them to see which step to improve first.',
    none_allReached:
      'Every step with a number has reached its target. Raise the targets to aim higher.',
    none_check:
      'Step {{position}} has more people than the step before it. Check these two numbers first.',
    none_nobody: 'Nobody in the steps before, so nothing can be compared yet.',
    why: 'Why',
    whyText:
      'Each step in turn is raised to its target while the other rates stay; the step that brings the most people into the group is named. The lowest rate is not always the one to improve.',
    whyInterval:
      'Intervals follow Wilson: the fewer people, the longer the line. With under 30 people before a step no percentage is written.',
  },
});
