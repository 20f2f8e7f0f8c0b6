export default definePageConfig({
  navigationBarTitleText: '规则详情',
  enablePullDownRefresh: true,
});
