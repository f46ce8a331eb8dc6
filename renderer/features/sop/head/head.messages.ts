import { defineMessages } from '@/app/i18n/messages';

/** What is known of a run above its steps. */
export const headMessages = defineMessages('sopHead', {
  zh: {
    flow: '{{kind}} · 第 {{version}} 版',
    owner: '负责人',
    ownerNone: '没有指定',
    startDay: '从这天算起',
    positioning: '定位',
    positioningNone: '没选定位卡',
    positioningNoCards: '还没有定位卡',
    quietHours: '免打扰 {{from}}–{{to}}',
    overlap_one: '其中 {{n}} 人也在「{{title}}」里，别让他们收到两份',
    overlap_other: '其中 {{n}} 人也在「{{title}}」里，别让他们收到两份',
    overlapAccept: '知道了，就这样',
    overlapSee: '看那一轮',
    clock_doneBeforeStarted:
      '第 {{position}} 步的完成时间早于开始时间：电脑的时钟往回调过，这一步的用时不计。',
    clock_endedBeforeStarted: '这一轮的结束时间早于开始时间：电脑的时钟往回调过，用时不计。',
    clock_nowBeforeStory:
      '现在的时间早于这一轮最近的记录（{{when}}）：请核对电脑的日期和时间，到期会按现在的时钟算。',
    endTitle: '提前结束「{{title}}」',
    endText: '没做完的步骤留在原样，之后不再接受修改。可以撤销。',
    endReason: '为什么提前结束',
    endReasonHint: '例：这轮人已经够了',
    end: '提前结束',
    cancel: '取消',
  },
  en: {
    flow: '{{kind}} · version {{version}}',
    owner: 'Owner',
    ownerNone: 'nobody named',
    startDay: 'Counts from',
    positioning: 'Positioning',
    positioningNone: 'no card chosen',
    positioningNoCards: 'no card yet',
    quietHours: 'Quiet {{from}}–{{to}}',
    overlap_one: '{{n}} of these people is in “{{title}}” too; spare them a second message',
    overlap_other: '{{n}} of these people are in “{{title}}” too; spare them a second message',
    overlapAccept: 'That is fine',
    overlapSee: 'See that run',
    clock_doneBeforeStarted:
      'Step {{position}} was done before it began: the clock of this laptop was set back, so its time is not counted.',
    clock_endedBeforeStarted:
      'This run ended before it began: the clock of this laptop was set back, so its time is not counted.',
    clock_nowBeforeStory:
      'It is earlier now than the newest line of this run ({{when}}): check the date and time of this laptop; due times follow its clock.',
    endTitle: 'End “{{title}}” early',
    endText: 'Open steps stay as they are and take no more changes. You can undo this.',
    endReason: 'Why end it early',
    endReasonHint: 'For example: enough people for now',
    end: 'End it early',
    cancel: 'Cancel',
  },
});
