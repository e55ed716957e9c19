import type { MessageTemplate } from './message-template';

/** What is told of recommendations and their rewards. */
export const REFERRAL_TEMPLATES = [
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
    key: 'points-earned',
    channels: [],
    title: '积分到账',
    fields: [
      { name: 'points', key: 'thing1', label: '到账积分', example: '200 积分' },
      { name: 'what', key: 'thing2', label: '到账原因', example: '到访售楼处' },
      { name: 'project', key: 'thing3', label: '所在楼盘', example: '归云里' },
      { name: 'at', key: 'time4', label: '到账时间', example: '2026年11月23日 10:20' },
      { name: 'note', key: 'thing5', label: '温馨提示', example: '可在积分商城兑换礼品' },
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
] as const satisfies readonly MessageTemplate[];
