export default definePageConfig({
  navigationBarTitleText: '转入已有时长',
  enablePullDownRefresh: true,
});
