export default definePageConfig({ navigationBarTitleText: '签到口', enablePullDownRefresh: true });
