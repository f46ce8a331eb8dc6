import { defineMessages } from '@/app/i18n/messages';

export const verdictMessages = defineMessages('experimentVerdict', {
  zh: {
    winner: '版本 {{arm}}「{{label}}」胜出',
    winnerScore:
      '综合分比{{first}} 高 {{score}} 个标准差（{{level}} 区间 {{low}}～{{high}}），校正后 p = {{p}}；没有哪一项明显变差。',
    firstWinner: '其他版本的综合分都明显更低，参照版本 {{arm}} 留下。',
    noDifference: '没有分出胜负',
    noDifferenceText:
      '综合分的差：{{score}} 个标准差（{{level}} 区间 {{low}}～{{high}}），区间跨过 0，说不准谁高。这不等于两个一样：更小的差别这些群本来就看不出。',
    noDifferenceSeveral: '没有哪个版本的综合分明显高于参照版本（多个比较一起校正后）。',
    heldBack:
      '版本 {{arm}} 的综合分领先，但{{metrics}}明显变差，所以不算赢：一样好处不该拿另一样的坏处来换。',
    notEnough: '数据不够，不给赢家',
    invalid: '这次比较无效',
    invalidText: '不是差别大不大的问题，是这些数没法比，所以不显示谁高谁低。改好以后可以重新判定。',
    stoppedEarly: '提前结束，没有赢家',
    stoppedText: '原因：{{note}}',
    decidedBy: '{{at}} 判定 · {{by}}',
    decidedAt: '{{at}} 判定',
    'metric.conversion': '转化率',
    'metric.dwell': '停留',
    'metric.share': '分享率',
    score: '综合分',
    againstFirst: '参照版本 {{arm}}',
    shareLine:
      '{{arm}}：{{metric}} {{from}} → {{to}}，{{diff}} 个百分点（{{level}} 区间 {{low}}～{{high}}），{{certainty}}；看到的人 {{n1}} / {{n2}}。',
    secondsLine:
      '{{arm}}：{{metric}} {{from}} → {{to}} 秒，{{diff}} 秒（{{level}} 区间 {{low}}～{{high}}），{{certainty}}；看到的人 {{n1}} / {{n2}}。',
    countLine: '{{arm}}：{{metric}} {{k1}} / {{n1}} 人 对 {{k2}} / {{n2}} 人，人太少，不算百分比。',
    likelyReal: '多半是真的',
    maybeNoise: '可能只是波动',
    aloneReal: '单看像是真的，几项一起校正后说不准',
    'lack.tooFewGroups':
      '版本 {{arm}} 只有 {{groups}} 个群有读数，至少要 {{least}} 个：群太少时抽签的结果没几种，多大的差别都证明不了。',
    'lack.tooFewPeople': '只有 {{exposed}} 人看到，开始时定的是至少 {{wanted}} 人。',
    'lack.nothingVaries': '各个群的读数几乎一样（或都是 0），算不出误差。',
    lackWay: '怎么办：复制这个实验，多选几个群或多等些时候，再做一次。',
    'fault.armWithoutReadings': '版本 {{arm}} 一个读数也没有。补上读数；真的没发出去，就提前结束。',
    'fault.impossibleReadings': '有 {{n}} 行的转化或分享比看到的人还多。改正这些行。',
    'fault.assignmentRatio': '各版本分到的数量不像是按签分的（p = {{p}}）。复制实验，重新抽签。',
    'fault.exposureRatio':
      '各版本看到的人差得太多（p = {{p}}）。核对有没有漏发、晚发、口径不同；改不了就把出问题的群写明原因不计入，或重做。',
    reopen: '改读数，重新判定',
    reopened: '已重新打开',
    keep: '收进文案库',
    kept: '已收进文案库，带着证据',
    duplicate: '再做一次',
    chart: '图',
    table: '表',
    face: '图或表',
    figures: '各版本的读数与区间',
    figuresLead: '点是各版本的值，横线是 {{level}} 区间。n 是看到的人，按{{unit}}估计误差。',
    byGroups: '群与群的差别',
    byPeople: '人与人的差别',
    'col.arm': '版本',
    'col.metric': '指标',
    'col.value': '值',
    'col.interval': '区间',
    'col.n': '看到',
    'col.units': '群',
    'col.diff': '差',
    'col.p': 'p',
    'col.adjusted': '校正后 p',
    seconds: '{{n}} 秒',
    weights: '权重：{{list}}',
    verdictWhy:
      '综合分 = Σ 权重 × 差 ÷ 群与群之间的标准差；误差由每个群的三项残差一起算（CR2 稳健方差），t 分布，自由度不超过群数 − 2（Satterthwaite）。多个版本之间用 Holm 校正；指标表的 p 按版本 × 指标校正。赢家的任何一项都不能明显更差（未校正的 p，从严）。没有每行都填的指标不计入综合分。来源：Bell & McCaffrey 2002；Donner & Klar 2000；O’Brien 1984；Holm 1979。',
    verdictWhyPeople:
      '逐人抽签：转化率、分享率用合并方差的 z 检验和 Newcombe 区间，停留用 Welch t 检验。综合分的误差按最坏情况相加（三项完全同涨同跌）。多个版本之间用 Holm 校正。来源：Newcombe 1998；Welch 1947；Holm 1979。',
    evidence:
      '实验「{{name}}」：转化率 {{from}} → {{to}}（{{low}}～{{high}} 个百分点），{{n}} 人看到，{{day}} 判定',
    evidenceShort: '实验「{{name}}」胜出，{{n}} 人看到，{{day}} 判定',
  },
  en: {
    winner: 'Arm {{arm}} “{{label}}” wins',
    winnerScore:
      'Its score is {{score}} standard deviations above {{first}} ({{level}} interval {{low}} to {{high}}), corrected p = {{p}}; by no metric is it clearly worse.',
    firstWinner: 'All other arms score clearly lower; the reference, arm {{arm}}, stays.',
    noDifference: 'No winner',
    noDifferenceText:
      'The scores differ by {{score}} standard deviations ({{level}} interval {{low}} to {{high}}). The interval holds 0, so it is open which is better. That does not make them equal: smaller differences could not be seen with these groups.',
    noDifferenceSeveral:
      'No arm scores clearly above the reference, all comparisons corrected together.',
    heldBack:
      'Arm {{arm}} is ahead by the score but clearly worse by {{metrics}}, so it does not win: one gain is not bought with another loss.',
    notEnough: 'Not enough data for a winner',
    invalid: 'This comparison is invalid',
    invalidText:
      'The question is not how large the difference is; these figures cannot be compared, so nobody is shown ahead. Put them right and decide again.',
    stoppedEarly: 'Stopped early, no winner',
    stoppedText: 'Reason: {{note}}',
    decidedBy: 'Decided {{at}} · {{by}}',
    decidedAt: 'Decided {{at}}',
    'metric.conversion': 'Conversion',
    'metric.dwell': 'Dwell time',
    'metric.share': 'Share rate',
    score: 'Score',
    againstFirst: 'the reference, arm {{arm}}',
    shareLine:
      '{{arm}}: {{metric}} {{from}} → {{to}}, {{diff}} points ({{level}} interval {{low}} to {{high}}), {{certainty}}; seen by {{n1}} / {{n2}}.',
    secondsLine:
      '{{arm}}: {{metric}} {{from}} → {{to}} s, {{diff}} s ({{level}} interval {{low}} to {{high}}), {{certainty}}; seen by {{n1}} / {{n2}}.',
    countLine:
      '{{arm}}: {{metric}} {{k1}} of {{n1}} against {{k2}} of {{n2}}; too few for percentages.',
    likelyReal: 'probably real',
    maybeNoise: 'may be noise',
    aloneReal: 'real by itself, open once all tests are corrected together',
    'lack.tooFewGroups':
      'Arm {{arm}} has readings of {{groups}} groups, and {{least}} are the least: with fewer the lot has too few outcomes to prove any difference.',
    'lack.tooFewPeople': 'Only {{exposed}} people saw it; the start asked for {{wanted}}.',
    'lack.nothingVaries':
      'All groups read nearly alike (or 0), so there is no error to reckon with.',
    lackWay:
      'What to do: duplicate the experiment, take more groups or more time, and run it again.',
    'fault.armWithoutReadings':
      'Arm {{arm}} has no reading at all. Enter them; if it never went out, stop the experiment.',
    'fault.impossibleReadings':
      'Lines with more conversions or shares than people who saw it: {{n}}. Correct them.',
    'fault.assignmentRatio':
      'The arms do not look drawn by lot (p = {{p}}). Duplicate the experiment and draw again.',
    'fault.exposureRatio':
      'Arms were not seen alike (p = {{p}}). Check for missed or late sendings and different ways of counting; if it cannot be mended, leave the groups in question out with a reason, or run it again.',
    reopen: 'Correct readings, decide again',
    reopened: 'Open again',
    keep: 'Keep in the library',
    kept: 'Kept in the library with its evidence',
    duplicate: 'Run again',
    chart: 'Chart',
    table: 'Table',
    face: 'Chart or table',
    figures: 'Readings of the arms, with intervals',
    figuresLead:
      'Dots are the arms’ values, lines the {{level}} intervals. n are people who saw it; the error comes from {{unit}}.',
    byGroups: 'how groups differ',
    byPeople: 'how people differ',
    'col.arm': 'Arm',
    'col.metric': 'Metric',
    'col.value': 'Value',
    'col.interval': 'Interval',
    'col.n': 'Saw it',
    'col.units': 'Groups',
    'col.diff': 'Difference',
    'col.p': 'p',
    'col.adjusted': 'Corrected p',
    seconds: '{{n}} s',
    weights: 'Weights: {{list}}',
    verdictWhy:
      'Score = Σ weight × difference ÷ standard deviation between groups; its error joins the three residuals of each group (CR2 robust variance), Student’s t, at most groups − 2 degrees of freedom (Satterthwaite). Arms are corrected by Holm; p-values of metrics over arms × metrics. A winner must be clearly worse by no metric (uncorrected p, to be strict). A metric that is not read in every line does not count in the score. Sources: Bell & McCaffrey 2002; Donner & Klar 2000; O’Brien 1984; Holm 1979.',
    verdictWhyPeople:
      'Drawn person by person: z-test with pooled variance and Newcombe’s interval for shares, Welch’s t-test for seconds. Errors of the score are added as in the worst case (all three move as one). Arms are corrected by Holm. Sources: Newcombe 1998; Welch 1947; Holm 1979.',
    evidence:
      'Experiment “{{name}}”: conversion {{from}} → {{to}} ({{low}} to {{high}} points), seen by {{n}}, decided {{day}}',
    evidenceShort: 'Won the experiment “{{name}}”, seen by {{n}}, decided {{day}}',
  },
});
