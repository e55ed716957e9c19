export default definePageConfig({ navigationBarTitleText: '我的业主故事', enablePullDownRefresh: true });
