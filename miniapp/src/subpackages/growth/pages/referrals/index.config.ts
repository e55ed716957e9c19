export default definePageConfig({ navigationBarTitleText: '推荐与判客', enablePullDownRefresh: true });
