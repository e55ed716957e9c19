export default definePageConfig({ navigationBarTitleText: '完成工单' });
