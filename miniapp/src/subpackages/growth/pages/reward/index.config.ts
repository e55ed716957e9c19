export default definePageConfig({ navigationBarTitleText: '奖励详情', enablePullDownRefresh: true });
