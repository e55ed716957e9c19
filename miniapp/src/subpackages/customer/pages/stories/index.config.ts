export default definePageConfig({ navigationBarTitleText: '业主故事', enablePullDownRefresh: true });
