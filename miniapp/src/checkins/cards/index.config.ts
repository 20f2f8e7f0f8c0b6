export default definePageConfig({ navigationBarTitleText: '扫志愿者的码' });
