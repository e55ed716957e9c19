export default definePageConfig({ navigationBarTitleText: '活码', enablePullDownRefresh: true });
