export default definePageConfig({ navigationBarTitleText: '带看反馈' });
