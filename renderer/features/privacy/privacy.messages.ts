import { defineMessages } from '@/app/i18n/messages';

export const privacyMessages = defineMessages('privacy', {
  zh: {
    eraseTitle: '抹除「{{name}}」的个人信息',
    eraseIntro: '用于成员要求删除个人信息时。抹除之后不能撤销，也不能从以后的备份里找回。',
    goesTitle: '会永久删除',
    goesMember: '成员资料：姓名、手机号、微信号、地址、备注等全部字段',
    goesSets:
      '标签 {{tags}} 个、社群 {{groups}} 个、审核 {{audits}} 条、成长值兑换和调整，以及合并记录里的副本',
    goesTexts: '互动 {{events}} 条里的文字，漏斗记录里的称呼',
    goesGroups: '群里的记录：奖惩、转移名单、KOC 和激励、在群里问过的问题',
    goesPast: '撤销记录、待同步的改动和日志里与此人有关的内容；之后再也撤销不回来',
    staysTitle: '会留下',
    staysOrders:
      '订单 {{orders}} 笔：金额、商品、单号和日期留作账目，收货人、电话、地址和备注清空，不再指向任何人',
    staysCounts: '互动和漏斗只留次数和时间',
    staysBackups: '抹除之前的旧备份文件仍在，会随新备份轮换掉；用它们恢复时，此人会自动再次抹除',
    staysElsewhere:
      '你写在别处的文字（如社群备注、内容标题、关键词答案、别人的提问）若提到此人，请自行修改',
    staysRecord: '一条抹除记录：时间、原因和编号，不含姓名和电话',
    risk: '风险名单里有此人的 {{n}} 条记录，也一并删除',
    riskHint: '有纠纷或履约依据需要保留时，请取消勾选；留下的记录不再指向成员。',
    reason: '原因（可不填）',
    reasonPlaceholder: '例如：本人 11 月 22 日微信提出删除',
    confirmLabel: '输入姓名「{{name}}」以确认',
    cancel: '取消',
    confirm: '永久抹除',
    working: '正在抹除，并写一份不含此人的新备份…',
    done: '已抹除一位成员的个人信息',
    doneLater: '已抹除一位成员的个人信息；日志里的旧内容会在下次启动后清理',
    open: '抹除个人信息…',
    tabTitle: '抹除记录',
    tabIntro:
      '按《个人信息保护法》应成员要求做过的删除都记在这里。记录不含姓名和电话，只用来证明做过，并在恢复旧备份时再次抹除。需要抹除某位成员时，打开成员详情，在右上角菜单里选择「抹除个人信息」。',
    tabEmpty: '还没有抹除过成员。',
    colTime: '时间',
    colReason: '原因',
    colOrders: '留作账目的订单',
    colId: '编号',
    noReason: '未写明',
    exportText: '导出为文本',
    exportName: '抹除记录.txt',
    exportHead: '群舵 · 个人信息抹除记录（共 {{n}} 条）',
    exportLine:
      '{{time}}　编号 {{id}}　原因：{{reason}}　留作账目的订单：{{orders}} 笔（不含个人信息）',
    exportRisk: '　风险名单记录：依自身依据保留',
    exported: '已导出',
  },
  en: {
    eraseTitle: 'Erase the personal data of “{{name}}”',
    eraseIntro:
      'For members who ask for their data to be deleted. It cannot be undone, and no later backup holds them.',
    goesTitle: 'Deleted for good',
    goesMember: 'The member: name, phone, WeChat ID, address, note and every other field',
    goesSets:
      '{{tags}} tags, {{groups}} groups, {{audits}} audits, growth value redeemed or adjusted, and the copies kept by merges',
    goesTexts: 'The words of {{events}} interactions, and the name in funnel records',
    goesGroups:
      'Their traces in groups: rewards and warnings, places in transfers, core member records and incentives, questions they asked',
    goesPast:
      'Whatever the undo log, unsent changes and the journal know of this person; nothing can bring it back',
    staysTitle: 'Stays',
    staysOrders:
      '{{orders}} orders: amounts, products, numbers and dates for the books. Receiver, phone, address and note are emptied; they point to nobody',
    staysCounts: 'Interactions and funnel steps as counts and times only',
    staysBackups:
      'Backup files from before, until newer ones push them out; restoring one erases this person again by itself',
    staysElsewhere:
      'What you wrote elsewhere (a group’s note, a title, a ready answer, somebody else’s question): change it yourself if it names this person',
    staysRecord: 'A record of the erasure: time, reason and a number, without name or phone',
    risk: 'Also delete {{n}} entries about this person on the risk list',
    riskHint:
      'Untick it where a dispute or a contract is ground to keep them; they will no longer point to a member.',
    reason: 'Reason (optional)',
    reasonPlaceholder: 'e.g. asked for it on WeChat on 22 November',
    confirmLabel: 'Type the name “{{name}}” to confirm',
    cancel: 'Cancel',
    confirm: 'Erase for good',
    working: 'Erasing, and writing a fresh backup without this person…',
    done: 'A member’s personal data was erased',
    doneLater:
      'A member’s personal data was erased; what the journal still holds is cleaned after the next start',
    open: 'Erase personal data…',
    tabTitle: 'Erasures',
    tabIntro:
      'Every deletion of personal data that a member asked for. The records hold no name and no phone; they prove that it was done, and erase again when an older backup is restored. To erase a member, open the member and choose “Erase personal data” in the menu at the top right.',
    tabEmpty: 'Nobody was erased yet.',
    colTime: 'Time',
    colReason: 'Reason',
    colOrders: 'Orders kept for the books',
    colId: 'Number',
    noReason: 'None given',
    exportText: 'Export as text',
    exportName: 'erasures.txt',
    exportHead: 'Qunduo · Erasures of personal data ({{n}})',
    exportLine:
      '{{time}}  number {{id}}  reason: {{reason}}  orders kept for the books: {{orders}} (without personal data)',
    exportRisk: '  risk list entry kept on its own ground',
    exported: 'Exported',
  },
});
