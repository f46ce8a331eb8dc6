import type { OrderField } from './fields';

/**
 * Header words of order sheets: 快团团 (顾客购买表, 订单列表, 跨团订单), 群接龙, 有赞 (orders, items),
 * back offices, hand-made sheets. In order of preference.
 */
export const ORDER_SYNONYMS: Record<OrderField, string> = {
  externalNo:
    '订单号 订单编号 订单id 订单号码 交易单号 交易号 外部订单号 单号 跟团号 接龙号 下单序号 接龙序号 orderno ordernumber orderid order# order ordercode orderref',
  campaign:
    '团 团名 团购标题 团购名称 团标题 团购 团号 所属团 活动名称 活动标题 团购活动 接龙标题 接龙名称 活动 campaign groupbuy campaignname activity',
  orderedAt:
    '支付时间 付款时间 买家付款时间 下单时间 订单支付时间 订单创建时间 订单时间 购买时间 成交时间 交易时间 交易成功时间 创建时间 下单日期 订单日期 支付日期 购买日期 日期 时间 paidat paytime paymenttime paymentdate orderdate ordertime orderedat purchasedat purchasedate createdat date datetime time',
  amount:
    '订单金额 订单实付金额 实付金额 订单实收金额 订单总金额 实收金额 支付金额 付款金额 实付 应收订单金额 订单总价 成交金额 消费金额 总金额 总价 金额 合计金额 合计 orderamount amountpaid amount total ordertotal totalamount paid totalprice grandtotal price',
  refund:
    '退款金额 订单退款 订单已退款金额 已退款金额 累计退款金额 订单退款金额 退款 refund refundamount refunded amountrefunded',
  status: '订单状态 状态 交易状态 订单商品状态 支付状态 orderstatus status state paymentstatus',
  buyerName:
    '下单人 买家昵称 买家姓名 购买人 下单人昵称 顾客 顾客姓名 客户姓名 客户名称 客户 团员 团员昵称 会员姓名 会员 微信昵称 昵称 姓名 名字 买家 buyer buyername customer customername member membername name nickname purchaser',
  buyerPhone:
    '买家手机号 买家手机 买家电话 下单人手机号 下单人手机 下单人电话 客户手机号 客户手机 会员手机号 会员手机 购买人手机号 手机号 手机 手机号码 buyerphone customerphone buyermobile mobile phone phonenumber mobilenumber memberphone',
  buyerWechatId: '微信号 微信id 微信账号 wechatid wechat wxid',
  buyerCode:
    '会员编号 客户编号 会员号 会员卡号 客户id 会员id 用户id 成员编号 customerid memberid memberno customercode',
  receiver:
    '收货人 收货人/提货人 收件人 提货人 收货人姓名 收件人姓名 联系人 receiver receivername recipient recipientname consignee shipto',
  receiverPhone:
    '联系电话 收货人手机号/提货人手机号 收货人手机号 收货人手机 收货人电话 收货电话 收件人电话 收件人手机 收件人手机号 提货人手机号 联系方式 联系手机 电话 电话号码 receiverphone recipientphone contactphone tel telephone shippingphone',
  product:
    '商品 商品名称 全部商品名称 商品名 产品 产品名称 品名 货品 商品合计 商品信息 商品明细 接龙内容 product productname item items itemname goods sku',
  spec: '规格 商品规格 规格名称 型号 款式 spec specification variant option',
  quantity: '数量 商品数量 件数 份数 购买数量 下单数量 商品件数 quantity qty count units',
  lineAmount:
    '商品金额 商品实际成交金额 商品金额小计 商品小计 小计 商品总价 商品总金额 行金额 linetotal lineamount subtotal itemtotal',
  lineRefund: '商品已退款金额 商品退款金额 linerefund itemrefund',
  freight: '运费 配送费 快递费 邮费 shipping shippingfee freight deliveryfee',
  discount: '优惠 优惠金额 店铺优惠合计 折扣 优惠合计 discount discounts',
  region: '服务小区 自提点 小区 地区 区域 提货点 pickuppoint region area',
  province: '省 省份 收货人省份 province state',
  city: '市 城市 收货人城市 city',
  district: '区 区县 收货人地区 县 district county',
  address:
    '详细地址 收货地址 详细收货地址/提货地址 详细收货地址 收件地址 地址 客户地址 完整地址 提货地址 address shippingaddress deliveryaddress',
  building: '弄号 楼号 房号 楼栋 楼栋号 单元 门牌号 building unit room',
  note: '团员备注 买家备注 备注 客户备注 订单备注 买家留言 团长备注 商家订单备注 note notes remark remarks comment buyernote',
};

/** Numbers counted within one 团 only; the same number comes back in the next. */
export const SEQUENCE_HEADERS: ReadonlySet<string> = new Set([
  '跟团号',
  '接龙号',
  '下单序号',
  '接龙序号',
]);
