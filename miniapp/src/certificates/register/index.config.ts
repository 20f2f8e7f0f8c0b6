export default definePageConfig({ navigationBarTitleText: '证明登记簿' });
