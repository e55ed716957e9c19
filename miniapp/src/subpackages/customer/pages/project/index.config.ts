export default definePageConfig({ navigationBarTitleText: '楼盘详情', enablePullDownRefresh: true, enableShareAppMessage: true });
