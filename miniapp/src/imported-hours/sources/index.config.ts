export default definePageConfig({
  navigationBarTitleText: '时长来源',
  enablePullDownRefresh: true,
});
