export default definePageConfig({ navigationBarTitleText: '房屋邀请' });
