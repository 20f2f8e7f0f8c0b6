export default definePageConfig({
  navigationBarTitleText: '工时公示',
  enablePullDownRefresh: true,
});
