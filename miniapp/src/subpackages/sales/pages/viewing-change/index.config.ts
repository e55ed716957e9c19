export default definePageConfig({ navigationBarTitleText: '替客户改期' });
