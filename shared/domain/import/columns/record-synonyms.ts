import type { RECORD_FIELDS, RecordKind } from './record-fields';

type Synonyms<Kind extends RecordKind> = Record<(typeof RECORD_FIELDS)[Kind][number], string>;

const DAY = '日期 统计日期 数据日期 发布日期 推送日期 天 date day statdate';
const MOMENT =
  '时间 发生时间 互动时间 事件时间 操作时间 记录时间 检测时间 采集时间 测量时间 创建时间 日期 time at eventtime timestamp datetime happenedat recordedat date';
const CHANNEL = '渠道 来源 来源渠道 channel source';

/** Header words of the smaller imports, in order of preference. */
export const RECORD_SYNONYMS: { [Kind in RecordKind]: Synonyms<Kind> } = {
  funnel: {
    subject:
      '用户 用户id 用户编号 访客 访客id openid unionid 设备id 手机号 user userid visitor visitorid subject uid',
    step: '步骤 环节 阶段 漏斗步骤 事件 事件名称 节点 step stage event eventname funnelstep',
    at: MOMENT,
    day: DAY,
    count: '人数 数量 次数 用户数 uv count people users number total',
    placement: '广告位 入口 位置 placement position slot adslot',
    channel: CHANNEL,
    variant: '话术版本 话术 文案版本 版本 variant scriptvariant script',
    step1: '目标用户 目标用户数 筛选人数 步骤1 第1步 第一步 step1',
    step2:
      '曝光 曝光数 曝光量 曝光人数 广告位曝光 广告位点击 步骤2 第2步 第二步 impressions exposures step2',
    step3:
      '引导页 引导页访问 引导页访问数 加微引导页 访问 访问数 步骤3 第3步 第三步 guidepage pageviews step3',
    step4: '跳转 跳转数 跳转微信 跳转人数 步骤4 第4步 第四步 jumps jump step4',
    step5:
      '加好友 加好友数 添加好友 好友通过 加微 加微数 新增好友 步骤5 第5步 第五步 friends added step5',
    step6: '审核 审核通过 审核数 审核通过数 提交审核 步骤6 第6步 第六步 audited approved step6',
    step7: '入群 入群数 入群人数 进群 进群数 步骤7 第7步 第七步 joined joins step7',
  },
  interactions: {
    name: '姓名 成员 成员姓名 客户姓名 客户 用户 name member customer',
    groupNickname: '群昵称 昵称 微信昵称 发言人 发送人 nickname from fromnickname',
    phone: '手机号 手机 手机号码 电话 联系电话 phone mobile',
    wechatId: '微信号 微信id wxid wechatid fromid',
    wecomId: 'userid 外部联系人id externaluserid wecomid',
    unionId: 'unionid',
    backOfficeId: '会员编号 客户编号 会员号 用户编号 memberid customerid memberno',
    interaction: '类型 互动类型 行为 动作 事件 互动 kind type action event interaction',
    at: MOMENT,
    text: '内容 文字 评论 留言 消息 原文 说明 备注 text content message comment note',
    value: '评分 分值 分数 得分 nps 值 value score rating',
    group: '群 群名 社群 群名称 所在群 group groupname',
  },
  results: {
    day: DAY,
    title: '标题 内容标题 内容 文章标题 视频标题 名称 主题 title content headline name',
    slot: '时段 推送时段 时间段 slot timeslot',
    channel: CHANNEL,
    reach: '送达 送达人数 触达 触达人数 覆盖人数 曝光 曝光量 reach delivered impressions',
    opens:
      '打开 打开数 打开人数 阅读 阅读数 阅读量 浏览量 播放量 点击 点击数 opens reads views clicks',
    likes: '点赞 点赞数 喜欢 likes',
    comments: '评论 评论数 留言数 comments',
    shares: '分享 分享数 转发 转发数 shares forwards',
    participants: '参与 参与人数 参与数 互动人数 participants participation',
    averageSeconds:
      '平均观看时长 人均观看时长 平均阅读时长 停留时长 平均停留 averageseconds watchtime averagewatchtime',
    orders: '下单数 订单数 成交单数 订单 orders ordercount',
    gmv: '成交额 成交金额 销售额 gmv 订单金额 sales revenue',
  },
  content: {
    day: '日期 发布日期 推送日期 计划日期 排期 天 date day plandate',
    slot: '时段 推送时段 时间段 slot timeslot',
    clock: '时间 发送时间 推送时间 发布时间 计划时间 time sendtime publishtime',
    title: '标题 内容标题 主题 选题 title headline',
    column: '栏目 栏目名称 专栏 column section',
    form: '形式 内容形式 类型 form format type',
    contentStatus: '状态 进度 审核状态 status state',
    owner: '负责人 编辑 责任人 作者 owner editor author',
    groups: '社群 群 群名 发送群 目标群 groups group targetgroups',
    text: '正文 文案 内容 文字 text body copy content',
    note: '备注 说明 note notes remark',
    voice: '口吻 账号身份 发布身份 voice',
    speaker: '主讲 主讲类型 主讲身份 speaker speakerkind',
    speakerName: '主讲人 主讲人姓名 嘉宾 speakername',
    sense: '五感 感官 sense',
    character: 'ip角色 角色 ip 人物 character',
    assets: '素材 图片 附件 素材文件 assets files pictures attachments',
    checklist: '清单 准备清单 检查清单 待办 checklist todo',
    cost: '制作成本 成本 费用 makingcost cost',
    sentAt: '实际发送时间 已发时间 sentat',
  },
  suppliers: {
    supplier: '供应商 供货商 供应商名称 厂家 基地 supplier vendor suppliername',
    reading: '指标 类型 检测项目 项目 读数类型 reading metric kind type item',
    at: MOMENT,
    value:
      '数值 读数 结果 检测值 值 温度 温控异常率 温控异常 损耗率 报损率 溯源率 溯源完整率 客诉率 投诉率 得分 采购价 value result measurement',
    unit: '单位 unit',
    product: '商品 品名 产品 货品 product item goods',
    place: '地点 位置 仓库 车辆 车牌 环节 place location warehouse vehicle',
    note: '备注 说明 note notes remark',
  },
  weather: {
    day: DAY,
    place: '地区 城市 地点 区域 place city location area',
    condition: '天气 天气状况 天气现象 condition weather',
    temperature: '气温 温度 温度范围 temperature temp',
    lowC: '最低气温 最低温 最低温度 低温 low mintemp lowtemperature tmin',
    highC: '最高气温 最高温 最高温度 高温 high maxtemp hightemperature tmax',
    rainMm: '降水量 降雨量 雨量 降水 rain rainfall precipitation',
    wind: '风力 风向 风 wind',
  },
};
