export default definePageConfig({ navigationBarTitleText: '到访登记' });
