export default definePageConfig({ navigationBarTitleText: '带队报名' });
