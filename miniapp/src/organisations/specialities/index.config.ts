export default definePageConfig({ navigationBarTitleText: '区市特色' });
