export default definePageConfig({ navigationBarTitleText: '业主故事审核', enablePullDownRefresh: true });
