import type { MessageTemplate } from './message-template';

/** What is told to people of a home, and to who serves them. */
export const OWNER_TEMPLATES = [
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
    key: 'extra-interest',
    channels: ['template'],
    title: '业主意向提醒',
    fields: [
      { name: 'extra', key: 'thing1', label: '感兴趣的服务', example: '地下车位认购' },
      { name: 'person', key: 'thing2', label: '业主称呼', example: '陈女士' },
      { name: 'project', key: 'thing3', label: '所属楼盘', example: '归云里' },
      { name: 'at', key: 'time4', label: '提交时间', example: '2026年11月23日 10:20' },
      { name: 'hint', key: 'thing5', label: '温馨提示', example: '业主已同意电话介绍，请尽快联系' },
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
] as const satisfies readonly MessageTemplate[];
