export default definePageConfig({ navigationBarTitleText: '修改时间' });
