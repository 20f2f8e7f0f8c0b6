export default definePageConfig({
  navigationBarTitleText: '登录方式',
  enablePullDownRefresh: true,
});
