export default definePageConfig({ navigationBarTitleText: '报备好友' });
