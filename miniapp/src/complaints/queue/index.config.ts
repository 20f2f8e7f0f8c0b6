export default definePageConfig({
  navigationBarTitleText: '待答复的投诉',
  enablePullDownRefresh: true,
});
