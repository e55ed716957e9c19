export default definePageConfig({ navigationBarTitleText: '到访接待' });
