import type { WorkOrderKind } from '@guihu/shared';

/** What is usually written, by what it was. */
export const FINISH_PHRASES: Readonly<Record<WorkOrderKind, readonly string[]>> = {
  repair: ['已更换配件', '已疏通', '已补漏并试水', '已调试正常', '现场已清理', '已告知业主使用注意'],
  complaint: ['已现场核实', '已向业主说明处理结果', '业主表示认可', '已督促责任方整改'],
  suggestion: ['已采纳并安排', '已向业主说明情况', '已转相关部门'],
};
export const CAUSE_PHRASES = ['施工质量问题', '材料老化', '管理不到位', '沟通不及时', '使用不当'] as const;
export const REMEDY_PHRASES = ['已返工处理', '增加巡查频次', '更换供应商', '完善流程并培训', '限期整改并复查'] as const;
