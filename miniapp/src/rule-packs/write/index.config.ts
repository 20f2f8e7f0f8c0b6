export default definePageConfig({
  navigationBarTitleText: '写新版本',
  enablePullDownRefresh: true,
});
