export default definePageConfig({ navigationBarTitleText: '判客规则', enablePullDownRefresh: true });
