export default definePageConfig({
  navigationBarTitleText: '审计台',
  enablePullDownRefresh: true,
});
