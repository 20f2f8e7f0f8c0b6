export default definePageConfig({
  navigationBarTitleText: '时长统计',
  enablePullDownRefresh: true,
});
