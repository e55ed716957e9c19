export default definePageConfig({ navigationBarTitleText: '现场排班', enablePullDownRefresh: true });
