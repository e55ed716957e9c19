import type { MessageTemplate } from './message-template';

const CUSTOMER = { name: 'customer', key: 'thing1', label: '客户称呼', example: '许女士' } as const;
const PROJECT = { name: 'project', key: 'thing2', label: '意向楼盘', example: '归云里' } as const;

/** What is told of leads and the tasks that follow from them. */
export const LEAD_TEMPLATES = [
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
] as const satisfies readonly MessageTemplate[];
