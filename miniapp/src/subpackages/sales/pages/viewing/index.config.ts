export default definePageConfig({ navigationBarTitleText: '带看详情', enablePullDownRefresh: true });
