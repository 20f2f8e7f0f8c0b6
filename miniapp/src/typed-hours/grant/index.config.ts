export default definePageConfig({ navigationBarTitleText: '批准应急补录额度' });
