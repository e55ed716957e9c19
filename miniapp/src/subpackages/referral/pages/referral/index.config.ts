export default definePageConfig({ navigationBarTitleText: '推荐进展', enablePullDownRefresh: true });
