export default definePageConfig({ navigationBarTitleText: '抽查 1%' });
