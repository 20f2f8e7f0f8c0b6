export default definePageConfig({
  navigationBarTitleText: '公开凭证',
  enablePullDownRefresh: true,
});
