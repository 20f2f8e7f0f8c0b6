export default definePageConfig({
  navigationBarTitleText: '账号找回与合并',
  enablePullDownRefresh: true,
});
