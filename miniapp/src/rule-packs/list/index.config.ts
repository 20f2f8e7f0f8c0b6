export default definePageConfig({
  navigationBarTitleText: '工时规则',
  enablePullDownRefresh: true,
});
