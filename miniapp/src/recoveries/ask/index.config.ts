export default definePageConfig({ navigationBarTitleText: '新的申请' });
