export default definePageConfig({ navigationBarTitleText: '附近', enablePullDownRefresh: true });
