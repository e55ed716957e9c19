export default definePageConfig({ navigationBarTitleText: '看房预约', enablePullDownRefresh: true });
