export default definePageConfig({ navigationBarTitleText: '归户', enablePullDownRefresh: true, enableShareAppMessage: true });
