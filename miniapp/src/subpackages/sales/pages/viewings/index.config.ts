export default definePageConfig({ navigationBarTitleText: '带看', enablePullDownRefresh: true });
