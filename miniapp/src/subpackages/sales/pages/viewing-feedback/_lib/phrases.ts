/** What visitors say again and again. */
export const WORDS_PHRASES = [
  '喜欢户型，想再算算价',
  '要带家人再来看',
  '在和别的楼盘比较',
  '位置满意，嫌价格偏高',
  '近期打算定下来',
] as const;

export const PLAN_PHRASES = ['发送算价方案', '邀约家人复看', '电话回访', '预约签约'] as const;
