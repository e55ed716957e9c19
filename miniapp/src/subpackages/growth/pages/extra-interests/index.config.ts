export default definePageConfig({ navigationBarTitleText: '业主意向', enablePullDownRefresh: true });
