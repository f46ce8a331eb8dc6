import { defineMessages } from '@/app/i18n/messages';

/** What does not add up in a funnel, each with what to do about it. */
export const remarkMessages = defineMessages('funnelRemarks', {
  zh: {
    title: '要留意的',
    none: '数字之间没有互相矛盾的地方。',
    examples: '例如：{{examples}}',
    moreThanBefore_one:
      '第 {{position}} 步有 {{n}} 人，比第 {{from}} 步的 {{before}} 人还多。多半是两步数的口径不同（人次和人），核对后改其中一个；在那之前这一步不算转化。',
    moreThanBefore_other:
      '第 {{position}} 步有 {{n}} 人，比第 {{from}} 步的 {{before}} 人还多。多半是两步数的口径不同（人次和人），核对后改其中一个；在那之前这一步不算转化。',
    notACount: '第 {{position}} 步存着的数不是一个人数（负数或小数），没有用它。回到这一步重新填。',
    beforeRun_one:
      '{{n}} 条记录早于这一轮开始，仍然算在内。如果是上一轮的，请在导入文件里写上它们的流程名。',
    beforeRun_other:
      '{{n}} 条记录早于这一轮开始，仍然算在内。如果是上一轮的，请在导入文件里写上它们的流程名。',
    outOfOrder_one:
      '{{n}} 人的后一步早于前一步，倒着的部分没有算。看看导出文件的时间列是不是同一个时区。',
    outOfOrder_other:
      '{{n}} 人的后一步早于前一步，倒着的部分没有算。看看导出文件的时间列是不是同一个时区。',
    outsideWindow_one:
      '{{n}} 人走到第 {{position}} 步用的时间超过了窗口，没有算进转化。窗口太短就放宽它。',
    outsideWindow_other:
      '{{n}} 人走到第 {{position}} 步用的时间超过了窗口，没有算进转化。窗口太短就放宽它。',
    stepMissing_one:
      '{{n}} 人有第 {{position}} 步之后的记录，却没有这一步的，没有算到后面。如果这一步本来可以不走，把它标成可选。',
    stepMissing_other:
      '{{n}} 人有第 {{position}} 步之后的记录，却没有这一步的，没有算到后面。如果这一步本来可以不走，把它标成可选。',
    severalMembers_one:
      '{{n}} 个记录里的编号对上了好几位成员，没有算作其中任何一位。到成员里核对或合并。',
    severalMembers_other:
      '{{n}} 个记录里的编号对上了好几位成员，没有算作其中任何一位。到成员里核对或合并。',
    severalSubjects_one: '{{n}} 位成员在记录里有两个编号，每人只算一次，不用处理。',
    severalSubjects_other: '{{n}} 位成员在记录里有两个编号，每人只算一次，不用处理。',
    splitMembers_one:
      '{{n}} 位成员在记录里用了两种编号（如手机号和微信号），被当成两个人算。导出时统一用一种编号，再导入一次。',
    splitMembers_other:
      '{{n}} 位成员在记录里用了两种编号（如手机号和微信号），被当成两个人算。导出时统一用一种编号，再导入一次。',
    severalMatches_one: '{{n}} 个编号像是好几位成员，没有算作其中任何一位。到成员里核对或合并。',
    severalMatches_other: '{{n}} 个编号像是好几位成员，没有算作其中任何一位。到成员里核对或合并。',
    inFuture_one: '{{n}} 条记录的时间在将来，仍然算在内。核对导出文件的时间，或这台电脑的时钟。',
    inFuture_other: '{{n}} 条记录的时间在将来，仍然算在内。核对导出文件的时间，或这台电脑的时钟。',
    clockBack:
      '这台电脑的时钟比最近一次改动慢了 {{ahead}}。先把系统时间调准，否则“等了多久”会算短。',
    noCount: '第 {{position}} 步还没有数，后面的步骤暂时和更前面的一步比。补上它，漏斗才完整。',
    unknownStep_one:
      '{{n}} 条记录写的是第 {{step}} 步，这个流程没有这一步，没有算。核对导入文件的步骤列。',
    unknownStep_other:
      '{{n}} 条记录写的是第 {{step}} 步，这个流程没有这一步，没有算。核对导入文件的步骤列。',
    severalVersions:
      '这几轮用的不是同一版流程，这里按最新一版的步骤合起来看，改动过的步骤要分开比。',
    newerVersion:
      '这个流程已有第 {{newest}} 版，这一轮用的是第 {{version}} 版，照旧走完，不受影响。',
    noTargets: '没有一步写了目标，只能和往期或案例比。到步骤里填上目标转化。',
    withoutRun_one: '{{n}} 条记录没写属于哪一轮，但时间在这段里，算在内。',
    withoutRun_other: '{{n}} 条记录没写属于哪一轮，但时间在这段里，算在内。',
    unknownPeople_one:
      '{{n}} 个编号对不上名单里的人，按地区和身份拆分时归到“未知”，也不能建补救任务。导入名单后会自动对上。',
    unknownPeople_other:
      '{{n}} 个编号对不上名单里的人，按地区和身份拆分时归到“未知”，也不能建补救任务。导入名单后会自动对上。',
    placedUnaudited_one: '{{n}} 位成员没有通过审核就进了群。到第 6 步补审，或确认他们不需要审核。',
    placedUnaudited_other:
      '{{n}} 位成员没有通过审核就进了群。到第 6 步补审，或确认他们不需要审核。',
    sourcesDiffer:
      '第 {{position}} 步的几个来源说法不同：用了 {{taken}}，另一处是 {{other}}。差得多就核对一下。',
  },
  en: {
    title: 'Worth knowing',
    none: 'The numbers do not contradict one another.',
    examples: 'Such as: {{examples}}',
    moreThanBefore_one:
      'Step {{position}} has {{n}} person, more than the {{before}} of step {{from}}. Most likely one counts views and the other people: check and mend one of them. Until then this step has no rate.',
    moreThanBefore_other:
      'Step {{position}} has {{n}} people, more than the {{before}} of step {{from}}. Most likely one counts views and the other people: check and mend one of them. Until then this step has no rate.',
    notACount:
      'What is stored for step {{position}} is no number of people (negative or a fraction), so it is not used. Enter it again at the step.',
    beforeRun_one:
      '{{n}} record is earlier than the start of this run; it counts. If it belongs to an earlier run, name it in the file you import.',
    beforeRun_other:
      '{{n}} records are earlier than the start of this run; they count. If they belong to an earlier run, name it in the file you import.',
    outOfOrder_one:
      '{{n}} person has a later step before an earlier one; what runs backwards does not count. Check that the times in the export are of one time zone.',
    outOfOrder_other:
      '{{n}} people have a later step before an earlier one; what runs backwards does not count. Check that the times in the export are of one time zone.',
    outsideWindow_one:
      '{{n}} person took longer to step {{position}} than its window and does not count. Widen the window if it is too short.',
    outsideWindow_other:
      '{{n}} people took longer to step {{position}} than its window, so they do not count. Widen the window if it is too short.',
    stepMissing_one:
      '{{n}} person has records after step {{position}} but none of it and does not count further on. If the step can be left out, mark it optional.',
    stepMissing_other:
      '{{n}} people have records after step {{position}} but none of it, so they do not count further on. If the step can be left out, mark it optional.',
    severalMembers_one:
      '{{n}} id in the records fits several members; the first one stands. Check or merge them in Members.',
    severalMembers_other:
      '{{n}} ids in the records fit several members; the first one stands. Check or merge them in Members.',
    severalSubjects_one:
      '{{n}} member has two ids in the records and is counted once, nothing to do.',
    severalSubjects_other:
      '{{n}} members have two ids in the records; each is counted once, nothing to do.',
    splitMembers_one:
      '{{n}} member is in the records under two ids, such as phone and WeChat ID, and counts twice. Export with one kind of id and import again.',
    splitMembers_other:
      '{{n}} members are in the records under two ids, such as phone and WeChat ID, and count twice. Export with one kind of id and import again.',
    severalMatches_one:
      '{{n}} id looks like several members and is taken for none of them. Check or merge them in Members.',
    severalMatches_other:
      '{{n}} ids look like several members and are taken for none of them. Check or merge them in Members.',
    inFuture_one:
      '{{n}} record lies in the future; it counts. Check the times in the export, or the clock of this computer.',
    inFuture_other:
      '{{n}} records lie in the future; they count. Check the times in the export, or the clock of this computer.',
    clockBack:
      'The clock of this computer is {{ahead}} behind the latest change. Set the system time first, or waiting times come out too short.',
    noCount:
      'Step {{position}} has no count yet; later steps are compared with an earlier one for now. Add it to complete the funnel.',
    unknownStep_one:
      '{{n}} record speaks of step {{step}}, which this flow does not have; it does not count. Check the step column of the file.',
    unknownStep_other:
      '{{n}} records speak of step {{step}}, which this flow does not have; they do not count. Check the step column of the file.',
    severalVersions:
      'These runs follow different versions of the flow; they are shown with the steps of the newest. Compare changed steps apart.',
    newerVersion:
      'The flow has version {{newest}} by now; this run follows version {{version}} to its end, nothing changes for it.',
    noTargets:
      'No step has a target, so only earlier runs and case figures can be compared with. Fill in target rates at the steps.',
    withoutRun_one: '{{n}} record names no run but lies in this time; it counts.',
    withoutRun_other: '{{n}} records name no run but lie in this time; they count.',
    unknownPeople_one:
      '{{n}} id fits nobody in the roster: it is “unknown” by region and identity and cannot be rescued. Import the roster and it will be matched.',
    unknownPeople_other:
      '{{n}} ids fit nobody in the roster: they are “unknown” by region and identity and cannot be rescued. Import the roster and they will be matched.',
    placedUnaudited_one:
      '{{n}} member was placed without an approved audit. Audit them at step 6, or confirm that none is needed.',
    placedUnaudited_other:
      '{{n}} members were placed without an approved audit. Audit them at step 6, or confirm that they need none.',
    sourcesDiffer:
      'The sources of step {{position}} disagree: {{taken}} is used, another says {{other}}. Check if they are far apart.',
  },
});
