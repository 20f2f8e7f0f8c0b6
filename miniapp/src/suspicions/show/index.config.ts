export default definePageConfig({
  navigationBarTitleText: '可疑线索',
  enablePullDownRefresh: true,
});
