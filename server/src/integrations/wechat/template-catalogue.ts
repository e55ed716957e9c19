/** The messages the product sends through WeChat, as data. The simulator, the client and the renderers all read this one list. */

/** `template` is the official account's template message, `subscribe` the mini-program's one-time subscribe message. */
export type MessageChannel = 'template' | 'subscribe';

export interface TemplateField {
  /** The word our code uses. */
  readonly name: string;
  /** WeChat's key: its prefix is the field's type and decides what may stand in it. */
  readonly key: string;
  /** What people read before the value. */
  readonly label: string;
  readonly example: string;
}

export interface MessageTemplate {
  readonly key: string;
  readonly channels: readonly MessageChannel[];
  readonly title: string;
  readonly fields: readonly TemplateField[];
}

const CUSTOMER = { name: 'customer', key: 'thing1', label: '客户称呼', example: '许女士' } as const;
const PROJECT = { name: 'project', key: 'thing2', label: '意向楼盘', example: '归云里' } as const;

export const TEMPLATE_CATALOGUE = [
  {
    key: 'lead-offered',
    channels: ['template'],
    title: '新客户待接单',
    fields: [
      CUSTOMER,
      PROJECT,
      { name: 'source', key: 'thing3', label: '来源渠道', example: '小程序留资' },
      { name: 'acceptBy', key: 'time4', label: '接单截止', example: '2026年11月23日 10:15' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '请在截止前接单并联系客户' },
    ],
  },
  {
    key: 'leads-offered',
    channels: ['template'],
    title: '多条新线索待接单',
    fields: [
      { name: 'summary', key: 'thing1', label: '提醒内容', example: '你有 12 条新线索待接单' },
      { name: 'count', key: 'character_string2', label: '待接数量', example: '12' },
      { name: 'acceptBy', key: 'time3', label: '最早截止', example: '2026年11月23日 10:15' },
      { name: 'hint', key: 'thing4', label: '温馨提示', example: '请在截止前逐条接单' },
    ],
  },
  {
    key: 'lead-joined',
    channels: ['template'],
    title: '客户再次留资',
    fields: [
      CUSTOMER,
      PROJECT,
      { name: 'source', key: 'thing3', label: '本次来源', example: '朋友圈广告' },
      { name: 'touchedAt', key: 'time4', label: '留资时间', example: '2026年11月23日 10:02' },
      { name: 'hint', key: 'thing5', label: '跟进建议', example: '客户意向升温，建议今天联系' },
    ],
  },
  {
    key: 'lead-escalated',
    channels: ['template'],
    title: '线索升级处理',
    fields: [
      CUSTOMER,
      PROJECT,
      { name: 'reason', key: 'thing3', label: '升级原因', example: '3 位顾问均未及时接单' },
      { name: 'receivedAt', key: 'time4', label: '留资时间', example: '2026年11月23日 10:00' },
      { name: 'hint', key: 'thing5', label: '处理建议', example: '请尽快指定同事接待' },
    ],
  },
  {
    key: 'lead-transferred',
    channels: ['template'],
    title: '客户转交',
    fields: [
      CUSTOMER,
      PROJECT,
      { name: 'from', key: 'thing3', label: '转交人', example: '林晓' },
      { name: 'reason', key: 'thing4', label: '转交原因', example: '客户希望了解别墅产品' },
      { name: 'transferredAt', key: 'time5', label: '转交时间', example: '2026年11月23日 11:20' },
    ],
  },
  {
    key: 'task-reminder',
    channels: ['template'],
    title: '跟进提醒',
    fields: [
      CUSTOMER,
      { name: 'task', key: 'thing2', label: '跟进事项', example: '首次电话沟通' },
      { name: 'dueAt', key: 'time3', label: '计划时间', example: '2026年11月23日 11:00' },
      { name: 'project', key: 'thing4', label: '意向楼盘', example: '归云里' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '联系后请填写跟进记录' },
    ],
  },
  {
    key: 'task-bundle',
    channels: ['template'],
    title: '多项跟进提醒',
    fields: [
      { name: 'summary', key: 'thing1', label: '提醒内容', example: '你有 4 项跟进即将到期' },
      { name: 'count', key: 'character_string2', label: '待办数量', example: '4' },
      { name: 'firstDueAt', key: 'time3', label: '最早时间', example: '2026年11月23日 14:00' },
      { name: 'customers', key: 'thing4', label: '涉及客户', example: '许女士、李先生等 4 位' },
    ],
  },
  {
    key: 'task-overdue',
    channels: ['template'],
    title: '跟进超时提醒',
    fields: [
      CUSTOMER,
      { name: 'task', key: 'thing2', label: '跟进事项', example: '次日回访' },
      { name: 'dueAt', key: 'time3', label: '应完成时间', example: '2026年11月24日 10:00' },
      { name: 'agent', key: 'thing4', label: '负责顾问', example: '林晓' },
      { name: 'hint', key: 'thing5', label: '处理建议', example: '请尽快联系客户并记录' },
    ],
  },
  {
    key: 'lead-received',
    channels: ['subscribe', 'template'],
    title: '登记成功',
    fields: [
      { name: 'receiptNo', key: 'character_string1', label: '回执编号', example: 'GH20261123-0007' },
      PROJECT,
      { name: 'receivedAt', key: 'time3', label: '登记时间', example: '2026年11月23日 10:00' },
      { name: 'next', key: 'thing4', label: '后续安排', example: '置业顾问将尽快与您联系' },
    ],
  },
  {
    key: 'agent-assigned',
    channels: ['subscribe', 'template'],
    title: '专属顾问已安排',
    fields: [
      { name: 'agent', key: 'thing1', label: '置业顾问', example: '林晓' },
      PROJECT,
      { name: 'contactBy', key: 'time3', label: '预计联系', example: '2026年11月23日 10:30' },
      { name: 'hint', key: 'thing4', label: '温馨提示', example: '请留意来电，感谢您的信任' },
    ],
  },
  {
    key: 'order-offered',
    channels: ['template'],
    title: '新工单待接单',
    fields: [
      { name: 'home', key: 'thing1', label: '报修房屋', example: '3号楼 1203' },
      { name: 'item', key: 'thing2', label: '报修类型', example: '龙头漏水' },
      { name: 'problem', key: 'thing3', label: '问题描述', example: '厨房水龙头一直滴水' },
      { name: 'acceptBy', key: 'time4', label: '接单截止', example: '2026年11月23日 12:00' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '请尽快接单并联系业主' },
    ],
  },
  {
    key: 'orders-offered',
    channels: ['template'],
    title: '多张新工单待接单',
    fields: [
      { name: 'summary', key: 'thing1', label: '提醒内容', example: '你有 8 张新工单待接单' },
      { name: 'count', key: 'character_string2', label: '待接数量', example: '8' },
      { name: 'acceptBy', key: 'time3', label: '最早截止', example: '2026年11月23日 12:00' },
      { name: 'hint', key: 'thing4', label: '温馨提示', example: '请在截止前逐张接单' },
    ],
  },
  {
    key: 'order-warning',
    channels: ['template'],
    title: '工单时限提醒',
    fields: [
      { name: 'number', key: 'character_string1', label: '工单编号', example: 'YX261123-7K3QFM8' },
      { name: 'home', key: 'thing2', label: '报修房屋', example: '3号楼 1203' },
      { name: 'clock', key: 'thing3', label: '提醒事项', example: '上门时限即将到期' },
      { name: 'dueAt', key: 'time4', label: '截止时间', example: '2026年11月23日 16:00' },
      { name: 'hint', key: 'thing5', label: '处理建议', example: '请尽快上门或说明原因' },
    ],
  },
  {
    key: 'order-escalated',
    channels: ['template'],
    title: '工单升级处理',
    fields: [
      { name: 'home', key: 'thing1', label: '报修房屋', example: '3号楼 1203' },
      { name: 'item', key: 'thing2', label: '报修类型', example: '龙头漏水' },
      { name: 'reason', key: 'thing3', label: '升级原因', example: '超过 2 小时无人接单' },
      { name: 'reportedAt', key: 'time4', label: '报修时间', example: '2026年11月23日 10:00' },
      { name: 'hint', key: 'thing5', label: '处理建议', example: '请尽快指派师傅' },
    ],
  },
  {
    key: 'order-changed',
    channels: ['template'],
    title: '工单动态',
    fields: [
      { name: 'number', key: 'character_string1', label: '工单编号', example: 'YX261123-7K3QFM8' },
      { name: 'home', key: 'thing2', label: '报修房屋', example: '3号楼 1203' },
      { name: 'what', key: 'thing3', label: '变化内容', example: '业主催单' },
      { name: 'at', key: 'time4', label: '发生时间', example: '2026年11月23日 11:20' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '请尽快联系业主' },
    ],
  },
  {
    key: 'revisit-due',
    channels: ['template'],
    title: '回访任务',
    fields: [
      { name: 'number', key: 'character_string1', label: '工单编号', example: 'YX261123-7K3QFM8' },
      { name: 'home', key: 'thing2', label: '报修房屋', example: '3号楼 1203' },
      { name: 'reason', key: 'thing3', label: '回访原因', example: '48 小时未评价' },
      { name: 'dueAt', key: 'time4', label: '完成期限', example: '2026年11月25日 18:00' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '请致电业主并记录回访结果' },
    ],
  },
  {
    key: 'order-progress',
    channels: ['subscribe', 'template'],
    title: '报事进度通知',
    fields: [
      { name: 'number', key: 'character_string1', label: '工单编号', example: 'YX261123-7K3QFM8' },
      { name: 'item', key: 'thing2', label: '报事类型', example: '龙头漏水' },
      { name: 'status', key: 'phrase3', label: '当前进度', example: '已接单' },
      { name: 'at', key: 'time4', label: '更新时间', example: '2026年11月23日 10:20' },
      { name: 'note', key: 'thing5', label: '进度说明', example: '马师傅预计 14:00 前上门' },
    ],
  },
  {
    key: 'order-finished',
    channels: ['subscribe', 'template'],
    title: '服务完成待评价',
    fields: [
      { name: 'number', key: 'character_string1', label: '工单编号', example: 'YX261123-7K3QFM8' },
      { name: 'item', key: 'thing2', label: '报事类型', example: '龙头漏水' },
      { name: 'engineer', key: 'thing3', label: '服务人员', example: '马师傅' },
      { name: 'finishedAt', key: 'time4', label: '完成时间', example: '2026年11月23日 15:10' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '请为本次服务评价' },
    ],
  },
  {
    key: 'reward-changed',
    channels: ['subscribe', 'template'],
    title: '推荐奖励进度',
    fields: [
      { name: 'reward', key: 'thing1', label: '奖励内容', example: '现金 ¥3,000' },
      { name: 'project', key: 'thing2', label: '推荐楼盘', example: '归云里' },
      { name: 'status', key: 'phrase3', label: '奖励状态', example: '待发放' },
      { name: 'at', key: 'time4', label: '更新时间', example: '2026年11月23日 10:20' },
      { name: 'note', key: 'thing5', label: '进度说明', example: '审核已通过，等待财务发放' },
    ],
  },
  {
    key: 'reward-waiting',
    channels: ['template'],
    title: '推荐奖励待处理',
    fields: [
      { name: 'what', key: 'thing1', label: '待办事项', example: '奖励待审核' },
      { name: 'person', key: 'thing2', label: '客户称呼', example: '陈女士' },
      { name: 'reward', key: 'thing3', label: '奖励内容', example: '现金 ¥3,000' },
      { name: 'at', key: 'time4', label: '提交时间', example: '2026年11月23日 10:20' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '请核对判客结果后审核' },
    ],
  },
  {
    key: 'points-lapsing',
    channels: ['subscribe', 'template'],
    title: '积分到期提醒',
    fields: [
      { name: 'points', key: 'thing1', label: '即将到期', example: '2,000 积分' },
      { name: 'lastDay', key: 'time2', label: '有效期至', example: '2027年11月23日 00:00' },
      { name: 'hint', key: 'thing3', label: '温馨提示', example: '还有 30 天到期，可兑换礼品' },
    ],
  },
  {
    key: 'redemption-changed',
    channels: ['subscribe', 'template'],
    title: '积分兑换进度',
    fields: [
      { name: 'item', key: 'thing1', label: '兑换礼品', example: '保温壶' },
      { name: 'project', key: 'thing2', label: '领取地点', example: '归云里' },
      { name: 'status', key: 'phrase3', label: '兑换状态', example: '待领取' },
      { name: 'at', key: 'time4', label: '更新时间', example: '2026年11月23日 10:20' },
      { name: 'note', key: 'thing5', label: '温馨提示', example: '请向前台出示领取码' },
    ],
  },
  {
    key: 'story-decided',
    channels: ['subscribe', 'template'],
    title: '业主故事审核结果',
    fields: [
      { name: 'title', key: 'thing1', label: '故事标题', example: '搬进来的第一个冬天' },
      { name: 'project', key: 'thing2', label: '所属楼盘', example: '归云里' },
      { name: 'status', key: 'phrase3', label: '审核结果', example: '已公开' },
      { name: 'at', key: 'time4', label: '审核时间', example: '2026年11月23日 10:20' },
      { name: 'note', key: 'thing5', label: '审核说明', example: '感谢分享，邻居们都能看到了' },
    ],
  },
  {
    key: 'story-waiting',
    channels: ['template'],
    title: '业主故事待审核',
    fields: [
      { name: 'title', key: 'thing1', label: '故事标题', example: '搬进来的第一个冬天' },
      { name: 'project', key: 'thing2', label: '所属楼盘', example: '归云里' },
      { name: 'at', key: 'time3', label: '提交时间', example: '2026年11月23日 10:20' },
      { name: 'hint', key: 'thing4', label: '温馨提示', example: '请核对有没有写出电话或门牌号' },
    ],
  },
  {
    key: 'referral-ask',
    channels: ['subscribe', 'template'],
    title: '好友推荐邀请',
    fields: [
      { name: 'referrer', key: 'thing1', label: '推荐人', example: '陈女士' },
      { name: 'project', key: 'thing2', label: '推荐楼盘', example: '归云里' },
      { name: 'askedAt', key: 'time3', label: '推荐时间', example: '2026年11月23日 10:00' },
      { name: 'hint', key: 'thing4', label: '温馨提示', example: '同意后置业顾问才会与您联系' },
    ],
  },
  {
    key: 'referral-progress',
    channels: ['subscribe', 'template'],
    title: '推荐进度通知',
    fields: [
      { name: 'friend', key: 'thing1', label: '推荐好友', example: '李**' },
      { name: 'project', key: 'thing2', label: '推荐楼盘', example: '归云里' },
      { name: 'status', key: 'phrase3', label: '当前进度', example: '已到访' },
      { name: 'at', key: 'time4', label: '更新时间', example: '2026年11月23日 10:20' },
      { name: 'note', key: 'thing5', label: '进度说明', example: '点击查看推荐进度' },
    ],
  },
  {
    key: 'referral-review',
    channels: ['template'],
    title: '推荐待复核',
    fields: [
      { name: 'project', key: 'thing1', label: '所属楼盘', example: '归云里' },
      { name: 'what', key: 'thing2', label: '复核事项', example: '号码连号' },
      { name: 'at', key: 'time3', label: '发生时间', example: '2026年11月23日 10:20' },
      { name: 'hint', key: 'thing4', label: '处理建议', example: '请核实后填写处理意见' },
    ],
  },
  {
    key: 'viewing-booked',
    channels: ['subscribe', 'template'],
    title: '预约成功通知',
    fields: [
      { name: 'project', key: 'thing1', label: '预约楼盘', example: '归云里' },
      { name: 'item', key: 'thing2', label: '预约项目', example: '预约看房' },
      { name: 'startsAt', key: 'time3', label: '预约时间', example: '2026年11月29日 10:00' },
      { name: 'host', key: 'thing4', label: '接待顾问', example: '林晓' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '如需改期或取消，请提前操作' },
    ],
  },
  {
    key: 'viewing-changed',
    channels: ['subscribe', 'template'],
    title: '预约变更通知',
    fields: [
      { name: 'project', key: 'thing1', label: '预约楼盘', example: '归云里' },
      { name: 'item', key: 'thing2', label: '预约项目', example: '预约看房' },
      { name: 'startsAt', key: 'time3', label: '预约时间', example: '2026年11月29日 14:00' },
      { name: 'what', key: 'thing4', label: '变更内容', example: '预约已改期' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '时间有变可在预约页再次修改' },
    ],
  },
  {
    key: 'viewing-cancelled',
    channels: ['subscribe', 'template'],
    title: '预约取消通知',
    fields: [
      { name: 'project', key: 'thing1', label: '预约楼盘', example: '归云里' },
      { name: 'item', key: 'thing2', label: '预约项目', example: '预约看房' },
      { name: 'startsAt', key: 'time3', label: '原定时间', example: '2026年11月29日 10:00' },
      { name: 'reason', key: 'thing4', label: '取消原因', example: '行程有变' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '欢迎您随时再约' },
    ],
  },
  {
    key: 'viewing-reminder',
    channels: ['subscribe', 'template'],
    title: '到访提醒',
    fields: [
      { name: 'project', key: 'thing1', label: '预约楼盘', example: '归云里' },
      { name: 'item', key: 'thing2', label: '预约项目', example: '预约看房' },
      { name: 'startsAt', key: 'time3', label: '预约时间', example: '2026年11月29日 10:00' },
      { name: 'host', key: 'thing4', label: '接待顾问', example: '林晓' },
      { name: 'address', key: 'thing5', label: '到访地址', example: '杭州市余杭区云溪路 188 号' },
    ],
  },
  {
    key: 'viewing-offered',
    channels: ['subscribe', 'template'],
    title: '候补成功待确认',
    fields: [
      { name: 'project', key: 'thing1', label: '预约楼盘', example: '归云里' },
      { name: 'item', key: 'thing2', label: '预约项目', example: '预约看房' },
      { name: 'startsAt', key: 'time3', label: '预约时间', example: '2026年11月29日 10:00' },
      { name: 'until', key: 'time4', label: '保留至', example: '2026年11月28日 18:30' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '请在截止前确认，逾期让给下一位' },
    ],
  },
  {
    key: 'viewing-survey',
    channels: ['subscribe', 'template'],
    title: '到访评价邀请',
    fields: [
      { name: 'project', key: 'thing1', label: '到访楼盘', example: '归云里' },
      { name: 'item', key: 'thing2', label: '到访项目', example: '预约看房' },
      { name: 'startsAt', key: 'time3', label: '到访时间', example: '2026年11月29日 10:00' },
      { name: 'host', key: 'thing4', label: '接待顾问', example: '林晓' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '请为这次接待评价' },
    ],
  },
  {
    key: 'visit-changed',
    channels: ['template'],
    title: '到访接待提醒',
    fields: [
      { name: 'customer', key: 'thing1', label: '客户称呼', example: '许女士' },
      { name: 'project', key: 'thing2', label: '到访楼盘', example: '归云里' },
      { name: 'what', key: 'thing3', label: '提醒内容', example: '新的预约' },
      { name: 'startsAt', key: 'time4', label: '到访时间', example: '2026年11月29日 10:00' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '2 人到访，明天 10:00' },
    ],
  },
] as const satisfies readonly MessageTemplate[];

type CatalogueEntry = (typeof TEMPLATE_CATALOGUE)[number];
export type TemplateKey = CatalogueEntry['key'];
type EntryOf<K extends TemplateKey> = Extract<CatalogueEntry, { key: K }>;
type FieldNameOf<K extends TemplateKey> = EntryOf<K>['fields'][number]['name'];

/** A time is given as an instant; everything else as text or a number. */
export type FieldValue = string | number | Date;
/** The values one message needs, by our own names: `{ customer, project, source, acceptBy, hint }` for `lead-offered`. */
export type TemplateValues<K extends TemplateKey> = { readonly [N in FieldNameOf<K>]: FieldValue };

/** Templates that travel on the given channel. */
export function templatesOn(channel: MessageChannel): MessageTemplate[] {
  const all: readonly MessageTemplate[] = TEMPLATE_CATALOGUE;
  return all.filter((template) => template.channels.includes(channel));
}

/** The catalogue entry of a key; throws for a key that is not in it, which only untyped callers can pass. */
export function templateOf(key: TemplateKey): MessageTemplate {
  const found = TEMPLATE_CATALOGUE.find((template) => template.key === key);
  if (!found) throw new Error(`No message template is called ${key}`);
  return found;
}
