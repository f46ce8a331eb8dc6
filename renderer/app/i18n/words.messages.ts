import { defineMessages } from './messages';

/** Words of the trade that several screens share; keys are `<enum>.<value>` of the domain. */
export const wordsMessages = defineMessages('words', {
  zh: {
    'slot.morning': '早间',
    'slot.noon': '午间',
    'slot.evening': '傍晚',
    'slot.night': '晚间',

    'form.article': '图文',
    'form.video': '短视频',
    'form.live': '直播',
    'form.relay': '接龙',
    'form.topic': '话题',

    'contentStatus.draft': '草稿',
    'contentStatus.review': '待审',
    'contentStatus.ready': '待发',
    'contentStatus.sent': '已发',
    'contentStatus.measured': '已复盘',

    'columnCategory.service': '服务',
    'columnCategory.guide': '导购',
    'columnCategory.knowledge': '知识',
    'columnCategory.interaction': '互动',

    'identity.store': '实体门店',
    'identity.online': '微商/网商',
    'identity.consumer': 'C 端',
    'identity.unknown': '未知身份',

    'gender.female': '女',
    'gender.male': '男',

    'memberSource.import': '名单导入',
    'memberSource.order': '订单带入',
    'memberSource.manual': '手工录入',
    'memberSource.sample': '示例数据',

    'orderStatus.pending': '待付款',
    'orderStatus.paid': '已付款',
    'orderStatus.shipped': '已发货',
    'orderStatus.delivered': '已签收',
    'orderStatus.cancelled': '已取消',
    'orderStatus.refunded': '已退款',
    'orderStatus.unknown': '状态未知',

    'tagKind.base': '基础标签',
    'tagKind.behaviour': '行为标签',
    'tagKind.emotion': '情绪标签',

    'tagSource.hand': '手工',
    'tagSource.rule': '规则',
    'tagSource.import': '导入',
    'tagSource.flow': '流程',
    'tagSource.model': '模型',

    'groupPhase.early': '前期',
    'groupPhase.middle': '中期',
    'groupPhase.late': '后期',
    'groupPhase.dissolved': '已解散',

    'membershipRole.ordinary': '普通成员',
    'membershipRole.koc': 'KOC',
    'membershipRole.official': '官方',
    'membershipRole.peer': '同行',
    'membershipRole.seeded': '水军',

    'interaction.checkIn': '打卡',
    'interaction.share': '分享',
    'interaction.ugc': 'UGC',
    'interaction.question': '提问',
    'interaction.answer': '答疑',
    'interaction.complaint': '投诉',
    'interaction.open': '打开',
    'interaction.click': '点击',
    'interaction.nps': 'NPS 评分',
    'interaction.join': '入群',
    'interaction.leave': '退群',
    'interaction.note': '备注',

    'ownerRole.leader': '团长',
    'ownerRole.operator': '运营',
    'ownerRole.auditor': '审核员',
    'ownerRole.designer': '设计',
    'ownerRole.official': '官方号',

    'runStatus.running': '进行中',
    'runStatus.finished': '已完成',
    'runStatus.ended': '提前结束',

    'stepState.todo': '未开始',
    'stepState.doing': '进行中',
    'stepState.done': '已完成',
    'stepState.skipped': '已跳过',

    'auditStatus.waiting': '待审核',
    'auditStatus.approved': '已通过',
    'auditStatus.rejected': '未通过',
    'auditStatus.askAgain': '待补充',

    'importKind.members': '成员名单',
    'importKind.orders': '订单',
  },
  en: {
    'slot.morning': 'Morning',
    'slot.noon': 'Noon',
    'slot.evening': 'Evening',
    'slot.night': 'Night',

    'form.article': 'Article',
    'form.video': 'Short video',
    'form.live': 'Live stream',
    'form.relay': 'Order relay',
    'form.topic': 'Topic',

    'contentStatus.draft': 'Draft',
    'contentStatus.review': 'In review',
    'contentStatus.ready': 'Ready',
    'contentStatus.sent': 'Sent',
    'contentStatus.measured': 'Measured',

    'columnCategory.service': 'Service',
    'columnCategory.guide': 'Shopping guide',
    'columnCategory.knowledge': 'Knowledge',
    'columnCategory.interaction': 'Interaction',

    'identity.store': 'Shop',
    'identity.online': 'Online seller',
    'identity.consumer': 'Consumer',
    'identity.unknown': 'Unknown',

    'gender.female': 'Female',
    'gender.male': 'Male',

    'memberSource.import': 'Roster import',
    'memberSource.order': 'Came with an order',
    'memberSource.manual': 'Entered by hand',
    'memberSource.sample': 'Sample data',

    'orderStatus.pending': 'Awaiting payment',
    'orderStatus.paid': 'Paid',
    'orderStatus.shipped': 'Shipped',
    'orderStatus.delivered': 'Delivered',
    'orderStatus.cancelled': 'Cancelled',
    'orderStatus.refunded': 'Refunded',
    'orderStatus.unknown': 'Status unknown',

    'tagKind.base': 'Basic tag',
    'tagKind.behaviour': 'Behaviour tag',
    'tagKind.emotion': 'Mood tag',

    'tagSource.hand': 'By hand',
    'tagSource.rule': 'By rule',
    'tagSource.import': 'Import',
    'tagSource.flow': 'Flow',
    'tagSource.model': 'Model',

    'groupPhase.early': 'Early',
    'groupPhase.middle': 'Middle',
    'groupPhase.late': 'Late',
    'groupPhase.dissolved': 'Dissolved',

    'membershipRole.ordinary': 'Member',
    'membershipRole.koc': 'KOC',
    'membershipRole.official': 'Official',
    'membershipRole.peer': 'Competitor',
    'membershipRole.seeded': 'Seeded account',

    'interaction.checkIn': 'Check-in',
    'interaction.share': 'Share',
    'interaction.ugc': 'UGC',
    'interaction.question': 'Question',
    'interaction.answer': 'Answer',
    'interaction.complaint': 'Complaint',
    'interaction.open': 'Open',
    'interaction.click': 'Click',
    'interaction.nps': 'NPS score',
    'interaction.join': 'Joined a group',
    'interaction.leave': 'Left a group',
    'interaction.note': 'Note',

    'ownerRole.leader': 'Leader',
    'ownerRole.operator': 'Operator',
    'ownerRole.auditor': 'Auditor',
    'ownerRole.designer': 'Designer',
    'ownerRole.official': 'Official account',

    'runStatus.running': 'Running',
    'runStatus.finished': 'Finished',
    'runStatus.ended': 'Ended early',

    'stepState.todo': 'To do',
    'stepState.doing': 'In progress',
    'stepState.done': 'Done',
    'stepState.skipped': 'Skipped',

    'auditStatus.waiting': 'Waiting',
    'auditStatus.approved': 'Approved',
    'auditStatus.rejected': 'Rejected',
    'auditStatus.askAgain': 'More needed',

    'importKind.members': 'Member roster',
    'importKind.orders': 'Orders',
  },
});
