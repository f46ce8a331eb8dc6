import type { MemberField } from './fields';

/**
 * Header words of rosters: 有赞 客户导出, 企业微信 and the consoles around it, group member lists,
 * back offices, hand-made sheets. In order of preference; brackets, blanks, `*` and case do not matter.
 */
export const MEMBER_SYNONYMS: Record<MemberField, string> = {
  memberId: '群舵编号 qunduoid',
  name: '姓名 客户姓名 成员姓名 会员姓名 顾客姓名 用户姓名 真实姓名 客户名称 名字 称呼 客户备注名 备注名 联系人 联系人姓名 成员 收货人 收件人 店主 店主姓名 店名 门店名称 会员名称 用户名称 用户名 name fullname customername membername realname customer member contact contactname',
  groupNickname:
    '群昵称 昵称 微信昵称 客户昵称 用户昵称 会员昵称 微信名称 微信名 群内昵称 群名片 群备注 下单人 nickname groupnickname wechatnickname wechatname displayname',
  phone:
    '手机号 手机 手机号码 客户手机号 会员手机号 买家手机号 企微手机号 系统手机 移动电话 联系电话 联系手机 电话 电话号码 联系方式 联系号码 收货人手机号 收货人电话 收货电话 phone mobile phonenumber mobilenumber mobilephone cell cellphone tel telephone contactnumber',
  wechatId: '微信号 微信id 微信账号 微信 wechatid wechat wxid wechataccount alias',
  wecomId:
    'userid 外部联系人id 企微id 企微编号 企业微信id 客户企微id externaluserid external_userid wecomid wecomuserid',
  unionId: 'unionid union_id',
  backOfficeId:
    '编号 会员编号 客户编号 成员编号 会员号 会员卡号 卡号 会员id 客户id 用户id 成员id 用户编号 店铺编号 门店编号 工号 id code memberid memberno membernumber membercode customerid customerno customercode userno backofficeid',
  identity:
    '身份 成员身份 客户身份 身份类型 客户类型 成员类型 会员类型 用户类型 角色 类型 身份类别 类别 identity type role customertype membertype segment',
  channel:
    '渠道 来源渠道 推广渠道 引流渠道 获客渠道 加入渠道 渠道来源 来源 添加方式 来源方式 客户来源 添加渠道 channel source leadsource acquisitionchannel utmsource',
  region:
    '地区 区域 所属区域 所在地区 所在地 地域 微信地域 省市区 所在省市县 所在城市 小区 服务小区 自提点 片区 region area location district/area pickuppoint',
  province: '省 省份 所在省 收货人省份 province state',
  city: '市 城市 所在市 收货人城市 city',
  district: '区 区县 区/县 县 所在区 收货人地区 district county',
  address:
    '地址 详细地址 收货地址 家庭住址 住址 联系地址 收件地址 客户地址 完整地址 详细收货地址 address fulladdress streetaddress shippingaddress',
  gender: '性别 客户性别 会员性别 gender sex',
  birthday:
    '生日 客户生日 会员生日 出生日期 出生年月日 生日日期 birthday birthdate dateofbirth dob',
  joinedAt:
    '加入时间 入群时间 入群日期 加入日期 成为客户时间 成为会员时间 添加时间 添加日期 注册时间 注册日期 入会时间 入会日期 加好友时间 关注时间 创建时间 创建日期 建档时间 joined joinedat joindate joinedon createdat created createdtime registered registeredat registrationdate addedat since',
  tags: '标签 客户标签 会员标签 企业标签 用户标签 成员标签 个人标签 标签名称 标签列表 tags tag label labels',
  note: '备注 备注信息 客户备注 会员备注 描述 描述信息 客户系统备注 说明 备注说明 note notes remark remarks comment comments memo description',
};

/** Headers that begin so are one more column of tags: 企业微信 gives every tag group a column. */
export const TAG_GROUP_PREFIX = '标签组';
