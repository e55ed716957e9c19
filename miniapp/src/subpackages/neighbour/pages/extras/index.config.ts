export default definePageConfig({ navigationBarTitleText: '增值服务', enablePullDownRefresh: true });
