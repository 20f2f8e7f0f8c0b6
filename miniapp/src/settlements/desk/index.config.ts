export default definePageConfig({
  navigationBarTitleText: '确认与结算',
  enablePullDownRefresh: true,
});
