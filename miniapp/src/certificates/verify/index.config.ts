export default definePageConfig({ navigationBarTitleText: '验证服务证明' });
