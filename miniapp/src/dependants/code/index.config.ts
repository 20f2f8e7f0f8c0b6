export default definePageConfig({ navigationBarTitleText: '关联代码' });
