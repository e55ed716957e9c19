export default definePageConfig({ navigationBarTitleText: '写业主故事' });
