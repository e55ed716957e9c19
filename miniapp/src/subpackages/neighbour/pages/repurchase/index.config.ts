export default definePageConfig({ navigationBarTitleText: '复购、置换咨询' });
