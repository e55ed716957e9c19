export default definePageConfig({ navigationBarTitleText: '增值服务管理', enablePullDownRefresh: true });
