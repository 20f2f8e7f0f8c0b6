export default definePageConfig({
  navigationBarTitleText: '我的工时',
  enablePullDownRefresh: true,
});
