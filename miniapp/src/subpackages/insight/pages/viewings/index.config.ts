export default definePageConfig({ navigationBarTitleText: '带看报表', enablePullDownRefresh: true });
