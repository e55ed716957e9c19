import type { MessageTemplate } from './message-template';

/** What is told of visits, to who comes and to who receives. */
export const VISIT_TEMPLATES = [
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
