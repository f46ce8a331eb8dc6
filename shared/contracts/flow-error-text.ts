/** The part of `errorText` that speaks of flows, their reviews and what they bring about. */
export const flowErrorText: Readonly<Record<string, { zh: string; en: string }>> = {
  'flow-draft-gone': {
    zh: '这份草稿已经不在了，可能已发布或被撤销。请回到模板页重新打开。',
    en: 'This draft is no longer there; it may have been published or undone. Open it again from the templates.',
  },
  'flow-faulty': {
    zh: '模板还有 {{count}} 处要改，改好才能发布。草稿已经保存。',
    en: 'The flow has {{count}} things to mend before it can be published. The draft is kept.',
  },
  'sop-not-found': {
    zh: '找不到这条流程记录，它可能已被撤销。请回到流程列表重新打开。',
    en: 'This run or record is no longer there; it may have been undone. Open it again from the list.',
  },
  'sop-metric-missing': {
    zh: '第 {{position}} 步还没有读数。填上这一步的数（没有就填 0）再完成。',
    en: 'Step {{position}} has no number yet. Enter its number (0 if there were none), then complete it.',
  },
  'sop-checklist-open': {
    zh: '第 {{position}} 步是关键步骤，清单里还有 {{open}} 项没做好，都做好才能完成。',
    en: 'Step {{position}} is critical: {{open}} items of its checklist are not in order yet and must be first.',
  },
  'sop-fail-needs-note': {
    zh: '不通过要写一句哪里不对，后面的人才知道怎么改。',
    en: 'A failed item needs a note on what is wrong, so that others know what to mend.',
  },
  'sop-exit-nothing': {
    zh: '这一轮没有要做的收尾动作，或者已经做过了。',
    en: 'This run has nothing left to do at its end, or it was done already.',
  },
  'sop-step-closed': {
    zh: '第 {{position}} 步已经结束。要修改请先重新打开。',
    en: 'Step {{position}} is closed. Reopen it to change it.',
  },
  'sop-step-open': {
    zh: '第 {{position}} 步本来就开着。',
    en: 'Step {{position}} is open already.',
  },
  'sop-run-ended': {
    zh: '这条流程已经提前结束，不再接受修改。需要时可以撤销“提前结束”。',
    en: 'This run was ended early and takes no more changes. You can undo the ending.',
  },
  'sop-skip-needs-reason': {
    zh: '跳过第 {{position}} 步要写一句理由，复盘时用得上。',
    en: 'Skipping step {{position}} needs a reason; the review will ask for it.',
  },
  'rescue-nobody': {
    zh: '这里没有能联系的成员：他们还没有匹配到名单，或者已经被删除。',
    en: 'There is no member to write to here: they are not matched with the roster, or were deleted.',
  },
  'rescue-not-found': {
    zh: '找不到这个补救任务，它可能已被撤销。',
    en: 'This rescue task is no longer there; it may have been undone.',
  },
  'rescue-not-in-task': {
    zh: '这个人已经不在任务里了，可能刚被删除或合并。',
    en: 'This person is no longer in the task; they may have just been deleted or merged.',
  },
  'review-too-early': {
    zh: '「{{title}}」还在进行，走完或提前结束后再复盘。',
    en: '“{{title}}” is still running. Review it once it is finished or ended.',
  },
  'review-accepted': {
    zh: '这次复盘已经采纳，不再修改。要改，先撤销采纳，或在下一轮的复盘里改。',
    en: 'This review was accepted and does not change any more. Undo the acceptance, or change things in the next review.',
  },
  'review-no-changes': {
    zh: '还没有要改的地方，先选一项改动再采纳。',
    en: 'No change is proposed yet. Choose one before accepting.',
  },
  'review-template-newer': {
    zh: '这个流程已经有更新的第 {{version}} 版，没有采纳。请先看看新版，再决定要不要改在它上面。',
    en: 'The flow has a newer version {{version}} by now, so nothing was accepted. Look at it first, then decide whether to apply the changes to it.',
  },
  'review-change-refused': {
    zh: '有 {{count}} 项改动用不上（第 {{position}} 步起），没有采纳。删掉或改好它们再试。',
    en: '{{count}} changes do not fit (the first at step {{position}}), so nothing was accepted. Remove or mend them first.',
  },
  'target-nobody': {
    zh: '「{{what}}」现在一个人也没有，没有选定。换一批人，或先导入名单。',
    en: 'There is nobody in “{{what}}” now, so nothing was chosen. Choose others, or import people first.',
  },
  'script-variants-full': {
    zh: '一条话术最多 {{most}} 种写法，没有再加。先用好现有的。',
    en: 'A script takes at most {{most}} more wordings, so none was added.',
  },
  'step-item-not-found': {
    zh: '找不到这一项，它可能刚被删除或撤销。',
    en: 'This entry is no longer there; it may have been removed or undone.',
  },
  'step-item-name-taken': {
    zh: '已经有一项叫「{{name}}」，换个名字才分得清。',
    en: 'There is a “{{name}}” already; give this one another name.',
  },
  'step-item-days-reversed': {
    zh: '「{{name}}」的下线日期早于上线日期，没有保存。',
    en: '“{{name}}” would end before it begins, so the days were not kept.',
  },
  'step-item-has-figures': {
    zh: '「{{name}}」已经记过数，不能删除。不再用它就标为“不用”。',
    en: '“{{name}}” has figures and cannot be removed. Mark it as unused instead.',
  },
  'sop-reject-needs-reason': {
    zh: '没有通过「{{name}}」，请写一句理由。',
    en: 'Write a reason for not approving “{{name}}”.',
  },
  'touch-plan-gone': {
    zh: '找不到这个触达计划，它可能刚被删除或撤销。',
    en: 'This plan of touches is no longer there; it may have been deleted or undone.',
  },
  'touch-no-stages': {
    zh: '计划里一个阶段也没有，没有保存。至少留一个阶段。',
    en: 'The plan has no stage, so it was not saved. Keep one at least.',
  },
  'touch-same-stage': {
    zh: '两个阶段用了同一个编号，没有保存。',
    en: 'Two stages share a key, so the plan was not saved.',
  },
  'touch-stage-gone': {
    zh: '计划里没有这个阶段了，没有记录。刷新清单再试。',
    en: 'The plan no longer has this stage, so nothing was noted. Look at the list again.',
  },
  'touch-nobody': {
    zh: '这些人都已经记过，或者已经不在名单里，没有重复记录。',
    en: 'These people were noted already or are no longer there; nothing was noted twice.',
  },
  'positioning-gone': {
    zh: '找不到这张定位卡，它可能刚被删除或撤销。',
    en: 'This positioning card is no longer there; it may have been deleted or undone.',
  },
};
