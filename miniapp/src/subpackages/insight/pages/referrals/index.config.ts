export default definePageConfig({ navigationBarTitleText: '转介绍占比', enablePullDownRefresh: true });
