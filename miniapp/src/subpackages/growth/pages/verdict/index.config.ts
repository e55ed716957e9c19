export default definePageConfig({ navigationBarTitleText: '判客结果', enablePullDownRefresh: true });
