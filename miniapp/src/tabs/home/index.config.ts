export default definePageConfig({ navigationBarTitleText: '志愿云', enablePullDownRefresh: true });
