export default definePageConfig({
  navigationBarTitleText: '待审核公告',
  enablePullDownRefresh: true,
});
