export default definePageConfig({ navigationBarTitleText: '报事进展', enablePullDownRefresh: true });
