export default definePageConfig({
  navigationBarTitleText: '一笔工时',
  enablePullDownRefresh: true,
});
