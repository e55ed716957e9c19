/** Quick phrases, by whether the customer was reached. */
export const CONTENT_PHRASES = {
  reached: ['介绍了项目和户型', '答复了价格与优惠', '约好来看房', '确认了购房需求'],
  missed: ['电话无人接听', '占线', '已发短信说明来意', '对方稍后回电'],
} as const;

export const FEEDBACK_PHRASES = {
  reached: ['有兴趣，想来看房', '嫌价格偏高', '要和家人商量', '在对比其他楼盘', '近期不考虑'],
  missed: ['未联系上，暂无反馈'],
} as const;

export const PLAN_PHRASES = {
  reached: ['邀约到访看房', '发送户型和价格资料', '电话回访', '确认家人意见'],
  missed: ['换个时间再打', '加微信联系'],
} as const;
