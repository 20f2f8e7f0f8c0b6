export default definePageConfig({
  navigationBarTitleText: '待审核的活动',
  enablePullDownRefresh: true,
});
