export default definePageConfig({ navigationBarTitleText: '证明负责人' });
