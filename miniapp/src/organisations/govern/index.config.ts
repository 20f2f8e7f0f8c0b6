export default definePageConfig({ navigationBarTitleText: '冻结与移动' });
